import { Migration } from '@mikro-orm/migrations';

export class Migration20261124161142_erasures extends Migration {

  override name = 'Migration20261124161142_erasures';

  override up(): void | Promise<void> {
    this.addSql(`create table "erasures" ("id" uuid not null, "at" timestamptz not null, "kind" text not null, "subject_id" uuid not null, "basis" text not null, "written_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "erasures_unwritten" on "erasures" ("at") where "written_at" is null;`);

    this.addSql(`create table "hash_roots" ("id" text not null, "wrapped" text not null, primary key ("id"));`);

    this.addSql(`alter table "erasures" enable row level security;`);
    this.addSql(`alter table "erasures" force row level security;`);
    this.addSql(`create policy "erasures_owner" on "erasures" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "erasures_read" on "erasures" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "erasures_insert" on "erasures" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((select current_setting('app.kind', true)) in ('person', 'system')));`);
    this.addSql(`create policy "erasures_update" on "erasures" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "erasures_delete" on "erasures" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);

    this.addSql(`alter table "hash_roots" enable row level security;`);
    this.addSql(`alter table "hash_roots" force row level security;`);
    this.addSql(`create policy "hash_roots_owner" on "hash_roots" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "hash_roots_read" on "hash_roots" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "hash_roots_insert" on "hash_roots" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "hash_roots_update" on "hash_roots" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "hash_roots_delete" on "hash_roots" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "erasures" cascade;`);
    this.addSql(`drop table if exists "hash_roots" cascade;`);
  }

}

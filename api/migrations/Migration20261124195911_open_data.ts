import { Migration } from '@mikro-orm/migrations';

export class Migration20261124195911_open_data extends Migration {

  override name = 'Migration20261124195911_open_data';

  override up(): void | Promise<void> {
    this.addSql(`create table "tombstones" ("id" uuid not null, "kind" text not null, "removed_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "tombstones_kind_removed_at_index" on "tombstones" ("kind", "removed_at");`);

    this.addSql(`create index "offerings_changed" on "offerings" ("updated_at") where "is_public";`);

    this.addSql(`alter table "tombstones" enable row level security;`);
    this.addSql(`alter table "tombstones" force row level security;`);
    this.addSql(`create policy "tombstones_owner" on "tombstones" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "tombstones_read" on "tombstones" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (true));`);
    this.addSql(`create policy "tombstones_insert" on "tombstones" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "tombstones_update" on "tombstones" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "tombstones_delete" on "tombstones" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "tombstones_public" on "tombstones" for select to "hub_anonymous" using (true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "tombstones" cascade;`);

    this.addSql(`drop index "offerings_changed";`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261124133622_authenticators extends Migration {

  override name = 'Migration20261124133622_authenticators';

  override up(): void | Promise<void> {
    this.addSql(`create table "recovery_codes" ("id" uuid not null, "region_id" uuid not null, "person_id" uuid not null, "code_hash" text not null, "created_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "recovery_codes_person_id_code_hash_index" on "recovery_codes" ("person_id", "code_hash");`);

    this.addSql(`create table "authenticators" ("person_id" uuid not null, "region_id" uuid not null, "secret" text null, "pending_secret" text null, "pending_at" timestamptz null, "last_step" int null, "wrong_tries" int not null default 0, "locked_until" timestamptz null, "created_at" timestamptz not null, primary key ("person_id"));`);

    this.addSql(`alter table "recovery_codes" add constraint "recovery_codes_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "recovery_codes" add constraint "recovery_codes_person_id_foreign" foreign key ("person_id") references "persons" ("id");`);
    this.addSql(`alter table "recovery_codes" enable row level security;`);
    this.addSql(`alter table "recovery_codes" force row level security;`);
    this.addSql(`create policy "recovery_codes_owner" on "recovery_codes" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "recovery_codes_read" on "recovery_codes" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "recovery_codes_insert" on "recovery_codes" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "recovery_codes_update" on "recovery_codes" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "recovery_codes_delete" on "recovery_codes" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);

    this.addSql(`alter table "authenticators" add constraint "authenticators_person_id_foreign" foreign key ("person_id") references "persons" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "authenticators" add constraint "authenticators_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "authenticators" enable row level security;`);
    this.addSql(`alter table "authenticators" force row level security;`);
    this.addSql(`create policy "authenticators_owner" on "authenticators" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "authenticators_read" on "authenticators" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "authenticators_insert" on "authenticators" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "authenticators_update" on "authenticators" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "authenticators_delete" on "authenticators" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "recovery_codes" cascade;`);
    this.addSql(`drop table if exists "authenticators" cascade;`);
  }

}

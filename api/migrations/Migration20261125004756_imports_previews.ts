import { Migration } from '@mikro-orm/migrations';

export class Migration20261125004756_imports_previews extends Migration {

  override name = 'Migration20261125004756_imports_previews';

  override up(): void | Promise<void> {
    this.addSql(`create table "import_previews" ("id" uuid not null, "organisation_id" uuid not null, "kind" text not null, "calendar" text not null, "label" text not null, "address" text null, "content" jsonb not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "import_previews_organisation_id_created_at_index" on "import_previews" ("organisation_id", "created_at");`);
    this.addSql(`create index "import_previews_created_at_index" on "import_previews" ("created_at");`);

    this.addSql(`create table "import_links" ("offering_id" uuid not null, "organisation_id" uuid not null, "calendar" text not null, "written" jsonb not null, primary key ("offering_id"));`);
    this.addSql(`create index "import_links_organisation_id_calendar_index" on "import_links" ("organisation_id", "calendar");`);

    this.addSql(`alter table "import_previews" add constraint "import_previews_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "import_previews" add constraint "import_previews_kind" check (kind in ('ICS', 'LINKED_EVENTS'));`);
    this.addSql(`alter table "import_previews" enable row level security;`);
    this.addSql(`alter table "import_previews" force row level security;`);
    this.addSql(`create policy "import_previews_owner" on "import_previews" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "import_previews_read" on "import_previews" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "import_previews_insert" on "import_previews" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "import_previews_update" on "import_previews" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "import_previews_delete" on "import_previews" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);

    this.addSql(`alter table "import_links" add constraint "import_links_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "import_links" add constraint "import_links_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "import_links" enable row level security;`);
    this.addSql(`alter table "import_links" force row level security;`);
    this.addSql(`create policy "import_links_owner" on "import_links" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "import_links_read" on "import_links" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "import_links_insert" on "import_links" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "import_links_update" on "import_links" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "import_links_delete" on "import_links" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "import_previews" cascade;`);
    this.addSql(`drop table if exists "import_links" cascade;`);
  }

}

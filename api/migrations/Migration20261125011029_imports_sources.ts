import { Migration } from '@mikro-orm/migrations';

export class Migration20261125011029_imports_sources extends Migration {

  override name = 'Migration20261125011029_imports_sources';

  override up(): void | Promise<void> {
    this.addSql(`create table "import_sources" ("id" uuid not null, "organisation_id" uuid not null, "kind" text not null, "calendar" text not null, "label" text not null, "address" text not null, "language" text not null, "created_at" timestamptz not null, "checked_at" timestamptz null, "read_at" timestamptz null, "etag" text null, "last_modified" text null, "content_hash" text null, "failing_since" timestamptz null, "failure" text null, "told_at" timestamptz null, "gone_count" int not null default 0, primary key ("id"));`);
    this.addSql(`alter table "import_sources" add constraint "import_sources_once" unique ("organisation_id", "calendar");`);

    this.addSql(`alter table "import_sources" add constraint "import_sources_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "import_sources" add constraint "import_sources_kind" check (kind in ('ICS', 'LINKED_EVENTS'));`);
    this.addSql(`alter table "import_sources" enable row level security;`);
    this.addSql(`alter table "import_sources" force row level security;`);
    this.addSql(`create policy "import_sources_owner" on "import_sources" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "import_sources_read" on "import_sources" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "import_sources_insert" on "import_sources" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "import_sources_update" on "import_sources" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "import_sources_delete" on "import_sources" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "import_sources" cascade;`);
  }

}

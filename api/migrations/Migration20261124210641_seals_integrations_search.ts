import { Migration } from '@mikro-orm/migrations';

export class Migration20261124210641_seals_integrations_search extends Migration {

  override name = 'Migration20261124210641_seals_integrations_search';

  override up(): void | Promise<void> {
    this.addSql(`create table "audit_marks" ("id" uuid not null, "at" timestamptz not null, "kind" text not null, "findings" int not null, primary key ("id"));`);
    this.addSql(`create index "audit_marks_kind_at_index" on "audit_marks" ("kind", "at");`);

    this.addSql(`create table "audit_seals" ("chain" text not null, "number" int not null, "sealed_at" timestamptz not null, "first_position" int not null, "last_position" int not null, "previous" bytea null, "hash" bytea not null, primary key ("chain", "number"));`);
    this.addSql(`create index "audit_seals_sealed_at_index" on "audit_seals" ("sealed_at");`);

    this.addSql(`create table "audit_seal_entries" ("row_id" uuid not null, "chain" text not null, "seal" int not null, "position" int not null, "hash" bytea not null, primary key ("row_id"));`);
    this.addSql(`alter table "audit_seal_entries" add constraint "audit_seal_entries_chain_seal_position_unique" unique ("chain", "seal", "position");`);

    this.addSql(`create table "api_keys" ("id" uuid not null, "organisation_id" uuid not null, "name" text not null, "scopes" text[] not null, "key_hash" text not null, "hint" text not null, "created_by" uuid null, "created_at" timestamptz not null, "expires_at" timestamptz null, "revoked_at" timestamptz null, "last_used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`alter table "api_keys" add constraint "api_keys_key_hash_unique" unique ("key_hash");`);
    this.addSql(`create index "api_keys_organisation_id_created_at_index" on "api_keys" ("organisation_id", "created_at");`);

    this.addSql(`create table "offering_search" ("offering_id" uuid not null, "host_ids" uuid[] not null, "titles" tsvector not null, "document" tsvector not null, "words" text not null, primary key ("offering_id"));`);
    this.addSql(`create index "offering_search_titles" on "offering_search" using gin ("titles");`);
    this.addSql(`create index "offering_search_document" on "offering_search" using gin ("document");`);
    this.addSql(`create index "offering_search_words" on "offering_search" using gin ("words" gin_trgm_ops);`);

    this.addSql(`create table "webhooks" ("id" uuid not null, "organisation_id" uuid not null, "url" text not null, "events" text[] not null, "secret" text not null, "former_secret" text null, "former_until" timestamptz null, "created_by" uuid null, "created_at" timestamptz not null, "stopped_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "webhooks_organisation_id_created_at_index" on "webhooks" ("organisation_id", "created_at");`);

    this.addSql(`create table "webhook_deliveries" ("id" uuid not null, "webhook_id" uuid not null, "organisation_id" uuid not null, "event" text not null, "data" jsonb not null, "created_at" timestamptz not null, "attempts" int not null default 0, "last_attempt_at" timestamptz null, "next_attempt_at" timestamptz null, "delivered_at" timestamptz null, "failed_at" timestamptz null, "last_status" int null, "last_error" text null, primary key ("id"));`);
    this.addSql(`create index "webhook_deliveries_webhook_id_created_at_index" on "webhook_deliveries" ("webhook_id", "created_at");`);
    this.addSql(`create index "webhook_deliveries_due" on "webhook_deliveries" ("next_attempt_at") where "next_attempt_at" is not null;`);

    this.addSql(`drop policy "audit_log_read" on "audit_log";`);

    this.addSql(`create index "audit_log_at_index" on "audit_log" ("at");`);
    this.addSql(`create policy "audit_log_read" on "audit_log" for select to "hub_auditor", "hub_sealer" using (true);`);

    this.addSql(`alter table "audit_marks" add constraint "audit_marks_kind" check (kind in ('ANCHOR', 'VERIFICATION'));`);
    this.addSql(`alter table "audit_marks" enable row level security;`);
    this.addSql(`alter table "audit_marks" force row level security;`);
    this.addSql(`create policy "audit_marks_owner" on "audit_marks" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "audit_marks_look" on "audit_marks" for select to "hub_sealer" using (true);`);
    this.addSql(`create policy "audit_marks_append" on "audit_marks" for insert to "hub_sealer" with check (true);`);
    this.addSql(`create policy "audit_marks_shown" on "audit_marks" for select to "hub_app" using (((select current_setting('app.admin', true)) = 'true') or coalesce(current_setting('app.casework', true), '') not in ('', '{}'));`);

    this.addSql(`alter table "audit_seals" enable row level security;`);
    this.addSql(`alter table "audit_seals" force row level security;`);
    this.addSql(`create policy "audit_seals_owner" on "audit_seals" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "audit_seals_look" on "audit_seals" for select to "hub_sealer" using (true);`);
    this.addSql(`create policy "audit_seals_append" on "audit_seals" for insert to "hub_sealer" with check (true);`);
    this.addSql(`create policy "audit_seals_shown" on "audit_seals" for select to "hub_app" using (((select current_setting('app.admin', true)) = 'true') or coalesce(current_setting('app.casework', true), '') not in ('', '{}'));`);

    this.addSql(`alter table "audit_seal_entries" enable row level security;`);
    this.addSql(`alter table "audit_seal_entries" force row level security;`);
    this.addSql(`create policy "audit_seal_entries_owner" on "audit_seal_entries" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "audit_seal_entries_look" on "audit_seal_entries" for select to "hub_sealer" using (true);`);
    this.addSql(`create policy "audit_seal_entries_append" on "audit_seal_entries" for insert to "hub_sealer" with check (true);`);

    this.addSql(`alter table "api_keys" add constraint "api_keys_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "api_keys" enable row level security;`);
    this.addSql(`alter table "api_keys" force row level security;`);
    this.addSql(`create policy "api_keys_owner" on "api_keys" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "api_keys_read" on "api_keys" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "api_keys_insert" on "api_keys" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "api_keys_update" on "api_keys" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "api_keys_delete" on "api_keys" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);

    this.addSql(`alter table "offering_search" add constraint "offering_search_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "offering_search" enable row level security;`);
    this.addSql(`alter table "offering_search" force row level security;`);
    this.addSql(`create policy "offering_search_owner" on "offering_search" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "offering_search_read" on "offering_search" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((true) or ((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_search_insert" on "offering_search" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_search_update" on "offering_search" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_search_delete" on "offering_search" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_search_public" on "offering_search" for select to "hub_anonymous" using (true);`);

    this.addSql(`alter table "webhooks" add constraint "webhooks_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "webhooks" enable row level security;`);
    this.addSql(`alter table "webhooks" force row level security;`);
    this.addSql(`create policy "webhooks_owner" on "webhooks" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "webhooks_read" on "webhooks" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "webhooks_insert" on "webhooks" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "webhooks_update" on "webhooks" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "webhooks_delete" on "webhooks" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);

    this.addSql(`alter table "webhook_deliveries" add constraint "webhook_deliveries_webhook_id_foreign" foreign key ("webhook_id") references "webhooks" ("id") on delete cascade;`);
    this.addSql(`alter table "webhook_deliveries" add constraint "webhook_deliveries_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "webhook_deliveries" enable row level security;`);
    this.addSql(`alter table "webhook_deliveries" force row level security;`);
    this.addSql(`create policy "webhook_deliveries_owner" on "webhook_deliveries" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "webhook_deliveries_read" on "webhook_deliveries" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "webhook_deliveries_insert" on "webhook_deliveries" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "webhook_deliveries_update" on "webhook_deliveries" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "webhook_deliveries_delete" on "webhook_deliveries" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "webhook_deliveries" drop constraint "webhook_deliveries_webhook_id_foreign";`);

    this.addSql(`drop table if exists "audit_marks" cascade;`);
    this.addSql(`drop table if exists "audit_seals" cascade;`);
    this.addSql(`drop table if exists "audit_seal_entries" cascade;`);
    this.addSql(`drop table if exists "api_keys" cascade;`);
    this.addSql(`drop table if exists "offering_search" cascade;`);
    this.addSql(`drop table if exists "webhooks" cascade;`);
    this.addSql(`drop table if exists "webhook_deliveries" cascade;`);

    this.addSql(`drop policy "audit_log_read" on "audit_log";`);

    this.addSql(`drop index "audit_log_at_index";`);
    this.addSql(`create policy "audit_log_read" on "audit_log" for select to "hub_auditor" using (true);`);
  }

}

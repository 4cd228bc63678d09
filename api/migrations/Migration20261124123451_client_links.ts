import { Migration } from '@mikro-orm/migrations';

export class Migration20261124123451_client_links extends Migration {

  override name = 'Migration20261124123451_client_links';

  override up(): void | Promise<void> {
    this.addSql(`create table "client_links" ("id" uuid not null, "region_id" uuid not null, "referral_id" uuid not null, "referring_organisation_id" uuid not null, "secret_hash" text not null, "fields" text[] not null, "text_version" text not null, "consent_expires_at" timestamptz not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "closed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "client_links_referral_id_index" on "client_links" ("referral_id");`);
    this.addSql(`alter table "client_links" add constraint "client_links_secret_hash_unique" unique ("secret_hash");`);

    this.addSql(`alter table "consents" alter column "recorded_by" drop not null;`);

    this.addSql(`alter table "client_links" add constraint "client_links_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "client_links" add constraint "client_links_referral_id_foreign" foreign key ("referral_id") references "referrals" ("id");`);
    this.addSql(`alter table "client_links" add constraint "client_links_referring_organisation_id_foreign" foreign key ("referring_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "client_links" add constraint "client_links_fields" check (fields <@ array['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE']::text[]);`);
    this.addSql(`alter table "client_links" enable row level security;`);
    this.addSql(`alter table "client_links" force row level security;`);
    this.addSql(`create policy "client_links_owner" on "client_links" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "client_links_read" on "client_links" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "client_links_insert" on "client_links" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "client_links_update" on "client_links" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "client_links_delete" on "client_links" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "client_links" cascade;`);

    this.addSql(`alter table "consents" alter column "recorded_by" set not null;`);
  }

}

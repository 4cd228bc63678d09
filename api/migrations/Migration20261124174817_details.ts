import { Migration } from '@mikro-orm/migrations';

export class Migration20261124174817_details extends Migration {

  override name = 'Migration20261124174817_details';

  override up(): void | Promise<void> {
    this.addSql(`create table "referral_details" ("id" uuid not null, "region_id" uuid not null, "referral_id" uuid not null, "referring_organisation_id" uuid not null, "receiving_organisation_id" uuid not null, "field" text not null, "status" text not null, "reason" text not null, "value" text null, "asked_at" timestamptz not null, "answered_at" timestamptz null, primary key ("id"));`);
    this.addSql(`alter table "referral_details" add constraint "referral_details_referral_id_field_unique" unique ("referral_id", "field");`);

    this.addSql(`alter table "consents" drop constraint "consents_fields";`);
    this.addSql(`alter table "consents" add constraint "consents_fields" check (fields <@ array['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE', 'FAMILY_NAME', 'BIRTH_YEAR', 'HOME_ADDRESS', 'CHILDREN', 'HEALTH']::text[] and cardinality(fields) > 0);`);

    this.addSql(`alter table "client_links" drop constraint "client_links_fields";`);
    this.addSql(`alter table "client_links" add constraint "client_links_fields" check (fields <@ array['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE', 'FAMILY_NAME', 'BIRTH_YEAR', 'HOME_ADDRESS', 'CHILDREN', 'HEALTH']::text[]);`);

    this.addSql(`alter table "referral_details" add constraint "referral_details_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "referral_details" add constraint "referral_details_referral_id_foreign" foreign key ("referral_id") references "referrals" ("id") on delete cascade;`);
    this.addSql(`alter table "referral_details" add constraint "referral_details_referring_organisation_id_foreign" foreign key ("referring_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referral_details" add constraint "referral_details_receiving_organisation_id_foreign" foreign key ("receiving_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referral_details" add constraint "referral_details_field" check (field in ('FAMILY_NAME', 'BIRTH_YEAR', 'HOME_ADDRESS', 'CHILDREN', 'HEALTH'));`);
    this.addSql(`alter table "referral_details" add constraint "referral_details_status" check (status in ('ASKED', 'GRANTED', 'REFUSED'));`);
    this.addSql(`alter table "referral_details" add constraint "referral_details_value" check ((value is not null) = (status = 'GRANTED'));`);
    this.addSql(`alter table "referral_details" enable row level security;`);
    this.addSql(`alter table "referral_details" force row level security;`);
    this.addSql(`create policy "referral_details_owner" on "referral_details" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "referral_details_read" on "referral_details" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and exists (
  select 1 from referral_grants held where held.referral_id = referral_details.referral_id
    and held.opened_at is not null and held.closed_at is null))));`);
    this.addSql(`create policy "referral_details_insert" on "referral_details" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and exists (
  select 1 from referral_grants held where held.referral_id = referral_details.referral_id
    and held.opened_at is not null and held.closed_at is null))));`);
    this.addSql(`create policy "referral_details_update" on "referral_details" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and exists (
  select 1 from referral_grants held where held.referral_id = referral_details.referral_id
    and held.opened_at is not null and held.closed_at is null)))) with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and exists (
  select 1 from referral_grants held where held.referral_id = referral_details.referral_id
    and held.opened_at is not null and held.closed_at is null))));`);
    this.addSql(`create policy "referral_details_delete" on "referral_details" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and exists (
  select 1 from referral_grants held where held.referral_id = referral_details.referral_id
    and held.opened_at is not null and held.closed_at is null))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "referral_details" cascade;`);

    this.addSql(`alter table "client_links" drop constraint "client_links_fields";`);
    this.addSql(`alter table "client_links" add constraint "client_links_fields" check (fields <@ array['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE']::text[]);`);

    this.addSql(`alter table "consents" drop constraint "consents_fields";`);
    this.addSql(`alter table "consents" add constraint "consents_fields" check (fields <@ array['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE']::text[] and cardinality(fields) > 0);`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261124163552_client_requests extends Migration {

  override name = 'Migration20261124163552_client_requests';

  override up(): void | Promise<void> {
    this.addSql(`create table "client_requests" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "client_id" uuid null, "kind" text not null, "channel" text not null, "details" text null, "received_at" timestamptz not null, "due_at" timestamptz not null, "decided_at" timestamptz null, "decided_by" uuid null, "decision" text null, "refusal_reason" text null, primary key ("id"));`);
    this.addSql(`create index "client_requests_organisation_id_received_at_id_index" on "client_requests" ("organisation_id", "received_at", "id");`);
    this.addSql(`create index "client_requests_client_id_index" on "client_requests" ("client_id");`);

    this.addSql(`drop policy "clients_delete" on "clients";`);

    this.addSql(`drop policy "client_identities_delete" on "client_identities";`);
    this.addSql(`drop policy "client_identities_read" on "client_identities";`);

    this.addSql(`create policy "clients_delete" on "clients" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (exists (select 1 from memberships answers
  where answers.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and answers.organisation_id = clients.organisation_id
    and answers.role = 'DATA_PROTECTION_OFFICER' and answers.ended_at is null)));`);

    this.addSql(`create policy "client_identities_delete" on "client_identities" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (exists (select 1 from memberships answers
  where answers.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and answers.organisation_id = client_identities.organisation_id
    and answers.role = 'DATA_PROTECTION_OFFICER' and answers.ended_at is null)));`);
    this.addSql(`create policy "client_identities_read" on "client_identities" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))) or (((select current_setting('app.assurance', true)) = 'STRONG') and exists (select 1 from memberships answers
  where answers.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and answers.organisation_id = client_identities.organisation_id
    and answers.role = 'DATA_PROTECTION_OFFICER' and answers.ended_at is null))));`);

    this.addSql(`alter table "client_requests" add constraint "client_requests_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "client_requests" add constraint "client_requests_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "client_requests" add constraint "client_requests_client_id_foreign" foreign key ("client_id") references "clients" ("id") on delete set null;`);
    this.addSql(`alter table "client_requests" add constraint "client_requests_kind" check (kind in ('ACCESS', 'RECTIFY', 'ERASE', 'RESTRICT'));`);
    this.addSql(`alter table "client_requests" add constraint "client_requests_channel" check (channel in ('LINK', 'CASEWORKER', 'OFFICER'));`);
    this.addSql(`alter table "client_requests" add constraint "client_requests_decision" check (decision in ('DONE', 'REFUSED'));`);
    this.addSql(`alter table "client_requests" add constraint "client_requests_refusal" check (refusal_reason in ('NOT_IDENTIFIED', 'UNFOUNDED', 'LEGAL_DUTY', 'OTHER'));`);
    this.addSql(`alter table "client_requests" enable row level security;`);
    this.addSql(`alter table "client_requests" force row level security;`);
    this.addSql(`create policy "client_requests_owner" on "client_requests" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "client_requests_read" on "client_requests" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "client_requests_insert" on "client_requests" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "client_requests_update" on "client_requests" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "client_requests_delete" on "client_requests" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "client_requests" cascade;`);

    this.addSql(`drop policy "client_identities_read" on "client_identities";`);
    this.addSql(`drop policy "client_identities_delete" on "client_identities";`);

    this.addSql(`drop policy "clients_delete" on "clients";`);

    this.addSql(`create policy "client_identities_read" on "client_identities" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "client_identities_delete" on "client_identities" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);

    this.addSql(`create policy "clients_delete" on "clients" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261124172321_emergencies extends Migration {

  override name = 'Migration20261124172321_emergencies';

  override up(): void | Promise<void> {
    this.addSql(`create table "emergency_accesses" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "client_id" uuid not null, "person_id" uuid not null, "reason" text null, "started_at" timestamptz not null, "ends_at" timestamptz not null, "ended_at" timestamptz null, "reviewed_at" timestamptz null, "reviewer_id" uuid null, "verdict" text null, primary key ("id"));`);
    this.addSql(`create index "emergency_accesses_organisation_id_started_at_id_index" on "emergency_accesses" ("organisation_id", "started_at", "id");`);
    this.addSql(`create index "emergency_accesses_client_id_ends_at_index" on "emergency_accesses" ("client_id", "ends_at");`);

    this.addSql(`alter table "emergency_accesses" add constraint "emergency_accesses_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "emergency_accesses" add constraint "emergency_accesses_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "emergency_accesses" add constraint "emergency_accesses_person_id_foreign" foreign key ("person_id") references "persons" ("id");`);
    this.addSql(`alter table "emergency_accesses" add constraint "emergency_accesses_reviewer_id_foreign" foreign key ("reviewer_id") references "persons" ("id") on delete set null;`);
    this.addSql(`alter table "emergency_accesses" add constraint "emergency_accesses_verdict" check (verdict in ('JUSTIFIED', 'NOT_JUSTIFIED'));`);
    this.addSql(`alter table "emergency_accesses" add constraint "emergency_accesses_reviewer" check (reviewer_id is null or reviewer_id <> person_id);`);
    this.addSql(`alter table "emergency_accesses" enable row level security;`);
    this.addSql(`alter table "emergency_accesses" force row level security;`);
    this.addSql(`create policy "emergency_accesses_owner" on "emergency_accesses" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "emergency_accesses_read" on "emergency_accesses" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led
  where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and led.organisation_id = emergency_accesses.organisation_id
    and led.role in ('MANAGER', 'DATA_PROTECTION_OFFICER') and led.ended_at is null)));`);
    this.addSql(`create policy "emergency_accesses_insert" on "emergency_accesses" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led
  where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and led.organisation_id = emergency_accesses.organisation_id
    and led.role in ('MANAGER') and led.ended_at is null)) and (person_id = (select nullif(current_setting('app.viewer', true), '')::uuid))));`);
    this.addSql(`create policy "emergency_accesses_update" on "emergency_accesses" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led
  where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and led.organisation_id = emergency_accesses.organisation_id
    and led.role in ('MANAGER', 'DATA_PROTECTION_OFFICER') and led.ended_at is null))) with check (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led
  where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and led.organisation_id = emergency_accesses.organisation_id
    and led.role in ('MANAGER', 'DATA_PROTECTION_OFFICER') and led.ended_at is null)));`);
    this.addSql(`create policy "emergency_accesses_delete" on "emergency_accesses" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "emergency_accesses" cascade;`);
  }

}

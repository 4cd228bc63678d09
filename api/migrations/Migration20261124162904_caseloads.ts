import { Migration } from '@mikro-orm/migrations';

export class Migration20261124162904_caseloads extends Migration {

  override name = 'Migration20261124162904_caseloads';

  override up(): void | Promise<void> {
    this.addSql(`create table "stand_ins" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "caseworker_id" uuid not null, "stand_in_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "created_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "stand_ins_stand_in_id_ends_at_index" on "stand_ins" ("stand_in_id", "ends_at");`);
    this.addSql(`create index "stand_ins_organisation_id_ends_at_index" on "stand_ins" ("organisation_id", "ends_at");`);

    this.addSql(`drop policy "clients_update" on "clients";`);

    this.addSql(`create policy "clients_update" on "clients" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))) or ((organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led
  where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and led.organisation_id = clients.organisation_id
    and led.role = 'MANAGER' and led.ended_at is null)))) with check (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])));`);

    this.addSql(`alter table "stand_ins" add constraint "stand_ins_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "stand_ins" add constraint "stand_ins_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "stand_ins" add constraint "stand_ins_caseworker_id_foreign" foreign key ("caseworker_id") references "persons" ("id");`);
    this.addSql(`alter table "stand_ins" add constraint "stand_ins_stand_in_id_foreign" foreign key ("stand_in_id") references "persons" ("id");`);
    this.addSql(`alter table "stand_ins" add constraint "stand_ins_dates" check (ends_at > starts_at);`);
    this.addSql(`alter table "stand_ins" add constraint "stand_ins_people" check (caseworker_id <> stand_in_id);`);
    this.addSql(`alter table "stand_ins" enable row level security;`);
    this.addSql(`alter table "stand_ins" force row level security;`);
    this.addSql(`create policy "stand_ins_owner" on "stand_ins" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "stand_ins_read" on "stand_ins" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "stand_ins_insert" on "stand_ins" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) and ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = stand_ins.organisation_id and led.role = 'MANAGER' and led.ended_at is null))));`);
    this.addSql(`create policy "stand_ins_update" on "stand_ins" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) and ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = stand_ins.organisation_id and led.role = 'MANAGER' and led.ended_at is null)))) with check (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) and ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = stand_ins.organisation_id and led.role = 'MANAGER' and led.ended_at is null))));`);
    this.addSql(`create policy "stand_ins_delete" on "stand_ins" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) and ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = stand_ins.organisation_id and led.role = 'MANAGER' and led.ended_at is null))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "stand_ins" cascade;`);

    this.addSql(`drop policy "clients_update" on "clients";`);

    this.addSql(`create policy "clients_update" on "clients" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
  }

}

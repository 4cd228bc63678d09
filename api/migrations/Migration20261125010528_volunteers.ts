import { Migration } from '@mikro-orm/migrations';

export class Migration20261125010528_volunteers extends Migration {

  override name = 'Migration20261125010528_volunteers';

  override up(): void | Promise<void> {
    this.addSql(`create table "shifts" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "occurrence_id" uuid not null, "role" text not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "needed" int not null, "taken" int not null default 0, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "shifts_organisation_id_starts_at_index" on "shifts" ("organisation_id", "starts_at");`);
    this.addSql(`create index "shifts_occurrence_id_index" on "shifts" ("occurrence_id");`);

    this.addSql(`create table "shift_places" ("id" uuid not null, "organisation_id" uuid not null, "shift_id" uuid not null, "person_id" uuid null, "status" text not null, "taken_at" timestamptz not null, "minutes_worked" int null, "confirmed_at" timestamptz null, "reminded_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create unique index "shift_places_one" on "shift_places" ("shift_id", "person_id") where "status" in ('TAKEN', 'WORKED', 'MISSED');`);
    this.addSql(`create index "shift_places_person_id_status_index" on "shift_places" ("person_id", "status");`);

    this.addSql(`create table "shift_swaps" ("id" uuid not null, "organisation_id" uuid not null, "shift_id" uuid not null, "place_id" uuid not null, "from_person_id" uuid not null, "to_person_id" uuid not null, "status" text not null, "asked_at" timestamptz not null, "answered_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create unique index "shift_swaps_open" on "shift_swaps" ("place_id") where "status" = 'ASKED';`);
    this.addSql(`create index "shift_swaps_organisation_id_asked_at_index" on "shift_swaps" ("organisation_id", "asked_at");`);

    this.addSql(`create table "volunteer_extracts" ("id" uuid not null, "organisation_id" uuid not null, "person_id" uuid not null, "checked_on" date not null, primary key ("id"));`);
    this.addSql(`alter table "volunteer_extracts" add constraint "volunteer_extracts_one" unique ("organisation_id", "person_id");`);

    this.addSql(`create table "volunteer_profiles" ("id" uuid not null, "organisation_id" uuid not null, "person_id" uuid not null, "skills" text[] not null, "languages" text[] not null, "free_times" text[] not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "volunteer_profiles" add constraint "volunteer_profiles_one" unique ("organisation_id", "person_id");`);

    this.addSql(`alter table "occurrences" add "helping" int not null default 0;`);

    this.addSql(`alter table "shifts" add constraint "shifts_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "shifts" add constraint "shifts_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "shifts" add constraint "shifts_occurrence_id_foreign" foreign key ("occurrence_id") references "occurrences" ("id") on delete cascade;`);
    this.addSql(`alter table "shifts" add constraint "shifts_times" check (ends_at > starts_at);`);
    this.addSql(`alter table "shifts" add constraint "shifts_needed" check (needed between 1 and 50);`);
    this.addSql(`alter table "shifts" add constraint "shifts_taken" check (taken between 0 and needed);`);
    this.addSql(`alter table "shifts" enable row level security;`);
    this.addSql(`alter table "shifts" force row level security;`);
    this.addSql(`create policy "shifts_owner" on "shifts" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "shifts_read" on "shifts" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "shifts_insert" on "shifts" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "shifts_update" on "shifts" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "shifts_delete" on "shifts" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])));`);

    this.addSql(`alter table "shift_places" add constraint "shift_places_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "shift_places" add constraint "shift_places_shift_id_foreign" foreign key ("shift_id") references "shifts" ("id") on delete cascade;`);
    this.addSql(`alter table "shift_places" add constraint "shift_places_person_id_foreign" foreign key ("person_id") references "persons" ("id") on delete set null;`);
    this.addSql(`alter table "shift_places" add constraint "shift_places_status" check (status in ('TAKEN', 'WORKED', 'MISSED', 'WITHDRAWN', 'CANCELLED'));`);
    this.addSql(`alter table "shift_places" add constraint "shift_places_minutes" check (minutes_worked between 0 and 1440);`);
    this.addSql(`alter table "shift_places" add constraint "shift_places_confirmed" check ((status = 'WORKED') = (minutes_worked is not null) and (status in ('WORKED', 'MISSED')) = (confirmed_at is not null));`);
    this.addSql(`alter table "shift_places" enable row level security;`);
    this.addSql(`alter table "shift_places" force row level security;`);
    this.addSql(`create policy "shift_places_owner" on "shift_places" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "shift_places_read" on "shift_places" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "shift_places_insert" on "shift_places" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "shift_places_update" on "shift_places" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "shift_places_delete" on "shift_places" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])));`);

    this.addSql(`alter table "shift_swaps" add constraint "shift_swaps_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "shift_swaps" add constraint "shift_swaps_shift_id_foreign" foreign key ("shift_id") references "shifts" ("id") on delete cascade;`);
    this.addSql(`alter table "shift_swaps" add constraint "shift_swaps_place_id_foreign" foreign key ("place_id") references "shift_places" ("id") on delete cascade;`);
    this.addSql(`alter table "shift_swaps" add constraint "shift_swaps_from_person_id_foreign" foreign key ("from_person_id") references "persons" ("id");`);
    this.addSql(`alter table "shift_swaps" add constraint "shift_swaps_to_person_id_foreign" foreign key ("to_person_id") references "persons" ("id");`);
    this.addSql(`alter table "shift_swaps" add constraint "shift_swaps_status" check (status in ('ASKED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK'));`);
    this.addSql(`alter table "shift_swaps" add constraint "shift_swaps_answered" check ((status = 'ASKED') = (answered_at is null));`);
    this.addSql(`alter table "shift_swaps" add constraint "shift_swaps_two" check (from_person_id <> to_person_id);`);
    this.addSql(`alter table "shift_swaps" enable row level security;`);
    this.addSql(`alter table "shift_swaps" force row level security;`);
    this.addSql(`create policy "shift_swaps_owner" on "shift_swaps" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "shift_swaps_read" on "shift_swaps" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((from_person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or (to_person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "shift_swaps_insert" on "shift_swaps" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "shift_swaps_update" on "shift_swaps" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "shift_swaps_delete" on "shift_swaps" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);

    this.addSql(`alter table "volunteer_extracts" add constraint "volunteer_extracts_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "volunteer_extracts" add constraint "volunteer_extracts_person_id_foreign" foreign key ("person_id") references "persons" ("id");`);
    this.addSql(`alter table "volunteer_extracts" enable row level security;`);
    this.addSql(`alter table "volunteer_extracts" force row level security;`);
    this.addSql(`create policy "volunteer_extracts_owner" on "volunteer_extracts" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "volunteer_extracts_read" on "volunteer_extracts" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "volunteer_extracts_insert" on "volunteer_extracts" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "volunteer_extracts_update" on "volunteer_extracts" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "volunteer_extracts_delete" on "volunteer_extracts" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])));`);

    this.addSql(`alter table "volunteer_profiles" add constraint "volunteer_profiles_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "volunteer_profiles" add constraint "volunteer_profiles_person_id_foreign" foreign key ("person_id") references "persons" ("id");`);
    this.addSql(`alter table "volunteer_profiles" add constraint "volunteer_profiles_skills" check (skills <@ array['CHILDREN', 'COMPUTERS', 'COOKING', 'CRAFTS', 'DRIVING', 'FINNISH', 'FIRST_AID', 'GROUPS', 'INTERPRETING', 'MUSIC', 'SPORTS']);`);
    this.addSql(`alter table "volunteer_profiles" enable row level security;`);
    this.addSql(`alter table "volunteer_profiles" force row level security;`);
    this.addSql(`create policy "volunteer_profiles_owner" on "volunteer_profiles" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "volunteer_profiles_read" on "volunteer_profiles" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "volunteer_profiles_insert" on "volunteer_profiles" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "volunteer_profiles_update" on "volunteer_profiles" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or ((person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "volunteer_profiles_delete" on "volunteer_profiles" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((person_id = (select nullif(current_setting('app.viewer', true), '')::uuid) and organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "shift_places" drop constraint "shift_places_shift_id_foreign";`);
    this.addSql(`alter table "shift_swaps" drop constraint "shift_swaps_shift_id_foreign";`);
    this.addSql(`alter table "shift_swaps" drop constraint "shift_swaps_place_id_foreign";`);

    this.addSql(`drop table if exists "shifts" cascade;`);
    this.addSql(`drop table if exists "shift_places" cascade;`);
    this.addSql(`drop table if exists "shift_swaps" cascade;`);
    this.addSql(`drop table if exists "volunteer_extracts" cascade;`);
    this.addSql(`drop table if exists "volunteer_profiles" cascade;`);

    this.addSql(`alter table "occurrences" drop column "helping";`);
  }

}

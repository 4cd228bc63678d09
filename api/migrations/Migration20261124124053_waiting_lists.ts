import { Migration } from '@mikro-orm/migrations';

export class Migration20261124124053_waiting_lists extends Migration {

  override name = 'Migration20261124124053_waiting_lists';

  override up(): void | Promise<void> {
    this.addSql(`create table "sign_up_rules" ("offering_id" uuid not null, "host_ids" uuid[] not null, "opens_days_before" int null, "closes_hours_before" int not null, "minimum_people" int null, "largest_party" int not null, "held_places" int not null, "needs_asked" text[] not null, "has_waiting_list" boolean not null, "updated_at" timestamptz not null, primary key ("offering_id"));`);

    this.addSql(`create table "waiting_list_moves" ("id" uuid not null, "occurrence_id" uuid not null, "sign_up_id" uuid not null, "host_ids" uuid[] not null, "move" text not null, "because" text not null, "waiting_number" int not null, "party_size" int not null, "places_free" int null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "waiting_list_moves_occurrence_id_at_index" on "waiting_list_moves" ("occurrence_id", "at");`);

    this.addSql(`alter table "occurrences" add "waiting" int not null default 0, add "last_waiting_number" int not null default 0, add "held" int not null default 0, add "held_taken" int not null default 0;`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_waiting" check (waiting >= 0 and held >= 0 and held_taken between 0 and taken);`);

    this.addSql(`drop index "sign_ups_one_per_contact";`);
    this.addSql(`alter table "sign_ups" drop constraint "sign_ups_erased";`);
    this.addSql(`alter table "sign_ups" add "needs" text null, add "waiting_number" int null, add "accept_by" timestamptz null, add "uses_held_place" boolean not null default false, add "signed_up_by" uuid null;`);
    this.addSql(`create unique index "sign_ups_one_per_reachable" on "sign_ups" ("occurrence_id", "contact_hash") where "status" in ('CONFIRMED', 'WAITLISTED');`);
    this.addSql(`create index "sign_ups_waiting_list" on "sign_ups" ("occurrence_id", "waiting_number") where "status" = 'WAITLISTED';`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_waiting" check ((status <> 'WAITLISTED' or waiting_number is not null) and (accept_by is null or status = 'WAITLISTED'));`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_erased" check (case when erased_at is null then num_nulls(first_name, contact, contact_hash, code) = 0 else num_nonnulls(first_name, contact, contact_hash, code, needs) = 0 end);`);

    this.addSql(`alter table "sign_up_rules" add constraint "sign_up_rules_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "sign_up_rules" add constraint "sign_up_rules_opens" check (opens_days_before between 1 and 365);`);
    this.addSql(`alter table "sign_up_rules" add constraint "sign_up_rules_closes" check (closes_hours_before between 0 and 336);`);
    this.addSql(`alter table "sign_up_rules" add constraint "sign_up_rules_minimum" check (minimum_people between 1 and 10000);`);
    this.addSql(`alter table "sign_up_rules" add constraint "sign_up_rules_party" check (largest_party between 1 and 10);`);
    this.addSql(`alter table "sign_up_rules" add constraint "sign_up_rules_held" check (held_places between 0 and 10000);`);
    this.addSql(`alter table "sign_up_rules" add constraint "sign_up_rules_needs" check (needs_asked <@ array['INTERPRETER', 'CHILD_CARE', 'STEP_FREE']);`);
    this.addSql(`alter table "sign_up_rules" enable row level security;`);
    this.addSql(`alter table "sign_up_rules" force row level security;`);
    this.addSql(`create policy "sign_up_rules_owner" on "sign_up_rules" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "sign_up_rules_read" on "sign_up_rules" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "sign_up_rules_insert" on "sign_up_rules" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "sign_up_rules_update" on "sign_up_rules" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "sign_up_rules_delete" on "sign_up_rules" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);

    this.addSql(`alter table "waiting_list_moves" add constraint "waiting_list_moves_occurrence_id_foreign" foreign key ("occurrence_id") references "occurrences" ("id") on delete cascade;`);
    this.addSql(`alter table "waiting_list_moves" add constraint "waiting_list_moves_sign_up_id_foreign" foreign key ("sign_up_id") references "sign_ups" ("id") on delete cascade;`);
    this.addSql(`alter table "waiting_list_moves" add constraint "waiting_list_moves_move" check (move in ('PROMOTED', 'OFFERED', 'ACCEPTED', 'LAPSED'));`);
    this.addSql(`alter table "waiting_list_moves" add constraint "waiting_list_moves_because" check (because in ('PLACE_GIVEN_BACK', 'MORE_PLACES', 'HELD_RELEASED', 'OFFER_LAPSED', 'PERSON_ANSWERED'));`);
    this.addSql(`alter table "waiting_list_moves" enable row level security;`);
    this.addSql(`alter table "waiting_list_moves" force row level security;`);
    this.addSql(`create policy "waiting_list_moves_owner" on "waiting_list_moves" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "waiting_list_moves_read" on "waiting_list_moves" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "waiting_list_moves_insert" on "waiting_list_moves" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "waiting_list_moves_update" on "waiting_list_moves" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "waiting_list_moves_delete" on "waiting_list_moves" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "sign_up_rules" cascade;`);
    this.addSql(`drop table if exists "waiting_list_moves" cascade;`);

    this.addSql(`alter table "occurrences" drop constraint "occurrences_waiting";`);
    this.addSql(`alter table "occurrences" drop column "waiting", drop column "last_waiting_number", drop column "held", drop column "held_taken";`);

    this.addSql(`drop index "sign_ups_one_per_reachable";`);
    this.addSql(`drop index "sign_ups_waiting_list";`);
    this.addSql(`alter table "sign_ups" drop constraint "sign_ups_waiting";`);
    this.addSql(`alter table "sign_ups" drop constraint "sign_ups_erased";`);
    this.addSql(`alter table "sign_ups" drop column "needs", drop column "waiting_number", drop column "accept_by", drop column "uses_held_place", drop column "signed_up_by";`);
    this.addSql(`create unique index "sign_ups_one_per_contact" on "sign_ups" ("occurrence_id", "contact_hash") where "status" = 'CONFIRMED';`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_erased" check (case when erased_at is null then num_nulls(first_name, contact, contact_hash, code) = 0 else num_nonnulls(first_name, contact, contact_hash, code) = 0 end);`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261124132025_referral_timers extends Migration {

  override name = 'Migration20261124132025_referral_timers';

  override up(): void | Promise<void> {
    this.addSql(`create table "referral_timers" ("id" uuid not null, "region_id" uuid not null, "referral_id" uuid not null, "referring_organisation_id" uuid not null, "receiving_organisation_id" uuid not null, "kind" text not null, "due_at" timestamptz not null, "fired_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "referral_timers_due" on "referral_timers" ("due_at") where "fired_at" is null;`);
    this.addSql(`create unique index "referral_timers_one_of_a_kind" on "referral_timers" ("referral_id", "kind") where "fired_at" is null;`);

    this.addSql(`drop policy "referrals_delete" on "referrals";`);

    this.addSql(`alter table "referral_events" drop constraint "referral_events_referral_id_foreign";`);

    this.addSql(`create policy "referrals_delete" on "referrals" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);

    this.addSql(`alter table "referral_events" add constraint "referral_events_referral_id_foreign" foreign key ("referral_id") references "referrals" ("id") on delete cascade;`);

    this.addSql(`alter table "referral_timers" add constraint "referral_timers_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "referral_timers" add constraint "referral_timers_referral_id_foreign" foreign key ("referral_id") references "referrals" ("id") on delete cascade;`);
    this.addSql(`alter table "referral_timers" add constraint "referral_timers_referring_organisation_id_foreign" foreign key ("referring_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referral_timers" add constraint "referral_timers_receiving_organisation_id_foreign" foreign key ("receiving_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referral_timers" add constraint "referral_timers_kind" check (kind in ('ANSWER_HALF', 'ANSWER_DUE', 'ANSWER_LATE', 'INFORMATION_DUE', 'CONTACT_DUE', 'CONTACT_LATE', 'REVIEW', 'OUTCOME_FIRST', 'OUTCOME_SECOND', 'EXPIRE', 'CLOSE', 'DELETE'));`);
    this.addSql(`alter table "referral_timers" enable row level security;`);
    this.addSql(`alter table "referral_timers" force row level security;`);
    this.addSql(`create policy "referral_timers_owner" on "referral_timers" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "referral_timers_read" on "referral_timers" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or exists (select 1 from referrals given where given.id = referral_timers.referral_id and ((given.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (given.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and given.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))));`);
    this.addSql(`create policy "referral_timers_insert" on "referral_timers" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or exists (select 1 from referrals given where given.id = referral_timers.referral_id and ((given.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (given.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and given.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))));`);
    this.addSql(`create policy "referral_timers_update" on "referral_timers" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or exists (select 1 from referrals given where given.id = referral_timers.referral_id and ((given.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (given.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and given.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'))))) with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or exists (select 1 from referrals given where given.id = referral_timers.referral_id and ((given.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (given.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and given.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))));`);
    this.addSql(`create policy "referral_timers_delete" on "referral_timers" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or exists (select 1 from referrals given where given.id = referral_timers.referral_id and ((given.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (given.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and given.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "referral_timers" cascade;`);

    this.addSql(`alter table "referral_events" drop constraint "referral_events_referral_id_foreign";`);

    this.addSql(`drop policy "referrals_delete" on "referrals";`);

    this.addSql(`alter table "referral_events" add constraint "referral_events_referral_id_foreign" foreign key ("referral_id") references "referrals" ("id");`);

    this.addSql(`create policy "referrals_delete" on "referrals" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'))));`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261124153022_erasure extends Migration {

  override name = 'Migration20261124153022_erasure';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "referrals_read" on "referrals";`);
    this.addSql(`drop policy "referrals_update" on "referrals";`);
    this.addSql(`alter table "referrals" drop constraint "referrals_client_id_foreign";`);

    this.addSql(`alter table "clients" add "changed_at" timestamptz null;`);

    this.addSql(`alter table "referrals" drop constraint "referrals_sent";`);
    this.addSql(`alter table "referrals" add "receiver_erased_at" timestamptz null;`);
    this.addSql(`alter table "referrals" alter column "age_band" drop not null;`);
    this.addSql(`alter table "referrals" alter column "client_id" drop not null;`);
    this.addSql(`alter table "referrals" add constraint "referrals_client_id_foreign" foreign key ("client_id") references "clients" ("id") on delete set null;`);
    this.addSql(`alter table "referrals" add constraint "referrals_erased" check (case when state = 'ERASED' then num_nonnulls(client_id, consent_id, note, age_band, message_key) = 0
        else num_nulls(client_id, age_band) = 0 end);`);
    this.addSql(`alter table "referrals" add constraint "referrals_sent" check (sent_at is null or consent_id is not null or state = 'ERASED');`);
    this.addSql(`create policy "referrals_read" on "referrals" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) and receiver_erased_at is null) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'))));`);
    this.addSql(`create policy "referrals_update" on "referrals" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) and receiver_erased_at is null) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))) with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) and receiver_erased_at is null) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'))));`);

    this.addSql(`alter table "referral_timers" drop constraint "referral_timers_kind";`);
    this.addSql(`alter table "referral_timers" add constraint "referral_timers_kind" check (kind in ('ANSWER_HALF', 'ANSWER_DUE', 'ANSWER_LATE', 'INFORMATION_DUE', 'CONTACT_DUE', 'CONTACT_LATE', 'REVIEW', 'OUTCOME_FIRST', 'OUTCOME_SECOND', 'EXPIRE', 'CLOSE', 'DELETE', 'ERASE_RECEIVER', 'ERASE'));`);
    // What ended before has its clocks too; the sweep rings those that are due.
    this.addSql(`insert into "referral_timers" ("id", "region_id", "referral_id", "referring_organisation_id", "receiving_organisation_id", "kind", "due_at")
      select gen_random_uuid(), r.region_id, r.id, r.referring_organisation_id, r.receiving_organisation_id, k.kind, r.ended_at + k.kept
      from "referrals" r cross join (values ('ERASE_RECEIVER', interval '30 days'), ('ERASE', interval '12 months')) as k(kind, kept)
      where r.ended_at is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "referrals_read" on "referrals";`);
    this.addSql(`drop policy "referrals_update" on "referrals";`);
    this.addSql(`alter table "referrals" drop constraint "referrals_client_id_foreign";`);

    this.addSql(`alter table "clients" drop column "changed_at";`);

    this.addSql(`alter table "referral_timers" drop constraint "referral_timers_kind";`);
    this.addSql(`alter table "referral_timers" add constraint "referral_timers_kind" check (kind in ('ANSWER_HALF', 'ANSWER_DUE', 'ANSWER_LATE', 'INFORMATION_DUE', 'CONTACT_DUE', 'CONTACT_LATE', 'REVIEW', 'OUTCOME_FIRST', 'OUTCOME_SECOND', 'EXPIRE', 'CLOSE', 'DELETE'));`);

    this.addSql(`alter table "referrals" drop constraint "referrals_erased";`);
    this.addSql(`alter table "referrals" drop constraint "referrals_sent";`);
    this.addSql(`alter table "referrals" drop column "receiver_erased_at";`);
    this.addSql(`alter table "referrals" alter column "client_id" set not null;`);
    this.addSql(`alter table "referrals" alter column "age_band" set not null;`);
    this.addSql(`alter table "referrals" add constraint "referrals_client_id_foreign" foreign key ("client_id") references "clients" ("id");`);
    this.addSql(`alter table "referrals" add constraint "referrals_sent" check (sent_at is null or consent_id is not null);`);
    this.addSql(`create policy "referrals_read" on "referrals" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'))));`);
    this.addSql(`create policy "referrals_update" on "referrals" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))) with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'))));`);
  }

}

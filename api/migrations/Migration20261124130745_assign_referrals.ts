import { Migration } from '@mikro-orm/migrations';

export class Migration20261124130745_assign_referrals extends Migration {

  override name = 'Migration20261124130745_assign_referrals';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "referrals_delete" on "referrals";`);
    this.addSql(`drop policy "referrals_read" on "referrals";`);
    this.addSql(`drop policy "referrals_update" on "referrals";`);

    this.addSql(`drop policy "referral_messages_insert" on "referral_messages";`);
    this.addSql(`drop policy "referral_messages_read" on "referral_messages";`);

    this.addSql(`drop policy "referral_grants_read" on "referral_grants";`);

    this.addSql(`drop policy "referral_events_insert" on "referral_events";`);
    this.addSql(`drop policy "referral_events_read" on "referral_events";`);

    this.addSql(`create index "referrals_assignee_id_created_at_id_index" on "referrals" ("assignee_id", "created_at", "id");`);
    this.addSql(`create policy "referrals_delete" on "referrals" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'))));`);
    this.addSql(`create policy "referrals_read" on "referrals" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'))));`);
    this.addSql(`create policy "referrals_update" on "referrals" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))) with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')) or ((referrals.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (referrals.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and referrals.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'))));`);

    this.addSql(`create policy "referral_messages_insert" on "referral_messages" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or exists (select 1 from referrals given where given.id = referral_messages.referral_id and ((given.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (given.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and given.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))));`);
    this.addSql(`create policy "referral_messages_read" on "referral_messages" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or exists (select 1 from referrals given where given.id = referral_messages.referral_id and ((given.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (given.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and given.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))));`);

    this.addSql(`create policy "referral_grants_read" on "referral_grants" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or exists (select 1 from referrals given where given.id = referral_grants.referral_id and ((given.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (given.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and given.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))));`);

    this.addSql(`create policy "referral_events_insert" on "referral_events" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and to_state not in ('DRAFT', 'AWAITING_CONSENT'))
  or exists (select 1 from referrals given where given.id = referral_events.referral_id and ((given.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (given.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and given.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))));`);
    this.addSql(`create policy "referral_events_read" on "referral_events" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and to_state not in ('DRAFT', 'AWAITING_CONSENT'))
  or exists (select 1 from referrals given where given.id = referral_events.referral_id and ((given.assignee_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (given.receiving_organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and given.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "referral_events_read" on "referral_events";`);
    this.addSql(`drop policy "referral_events_insert" on "referral_events";`);

    this.addSql(`drop policy "referral_grants_read" on "referral_grants";`);

    this.addSql(`drop policy "referral_messages_read" on "referral_messages";`);
    this.addSql(`drop policy "referral_messages_insert" on "referral_messages";`);

    this.addSql(`drop policy "referrals_read" on "referrals";`);
    this.addSql(`drop policy "referrals_update" on "referrals";`);
    this.addSql(`drop policy "referrals_delete" on "referrals";`);

    this.addSql(`create policy "referral_events_read" on "referral_events" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and to_state not in ('DRAFT', 'AWAITING_CONSENT'))));`);
    this.addSql(`create policy "referral_events_insert" on "referral_events" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and to_state not in ('DRAFT', 'AWAITING_CONSENT'))));`);

    this.addSql(`create policy "referral_grants_read" on "referral_grants" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);

    this.addSql(`create policy "referral_messages_read" on "referral_messages" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "referral_messages_insert" on "referral_messages" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);

    this.addSql(`drop index "referrals_assignee_id_created_at_id_index";`);
    this.addSql(`create policy "referrals_read" on "referrals" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT'))));`);
    this.addSql(`create policy "referrals_update" on "referrals" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')))) with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT'))));`);
    this.addSql(`create policy "referrals_delete" on "referrals" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT'))));`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261124122348_referral_moves extends Migration {

  override name = 'Migration20261124122348_referral_moves';

  override up(): void | Promise<void> {
    this.addSql(`create table "referral_messages" ("id" uuid not null, "region_id" uuid not null, "referral_id" uuid not null, "referring_organisation_id" uuid not null, "receiving_organisation_id" uuid not null, "sent_at" timestamptz not null, "author_person_id" uuid not null, "author_organisation_id" uuid not null, "kind" text not null, "body" text not null, primary key ("id"));`);
    this.addSql(`create index "referral_messages_referral_id_id_index" on "referral_messages" ("referral_id", "id");`);

    this.addSql(`alter table "referrals" add "estimated_wait_weeks" int null, add "hold_reason" text null, add "review_at" timestamptz null, add "answer_paused_at" timestamptz null, add "message_key" text null;`);
    this.addSql(`alter table "referrals" add constraint "referrals_hold_reason" check (hold_reason in ('CLIENT_AWAY', 'ILLNESS', 'ACTIVITY_PAUSED', 'OTHER'));`);
    this.addSql(`alter table "referrals" add constraint "referrals_estimated_wait" check (estimated_wait_weeks between 1 and 52);`);

    this.addSql(`alter table "referral_messages" add constraint "referral_messages_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "referral_messages" add constraint "referral_messages_referral_id_foreign" foreign key ("referral_id") references "referrals" ("id");`);
    this.addSql(`alter table "referral_messages" add constraint "referral_messages_referring_organisation_id_foreign" foreign key ("referring_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referral_messages" add constraint "referral_messages_receiving_organisation_id_foreign" foreign key ("receiving_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referral_messages" add constraint "referral_messages_author_organisation_id_foreign" foreign key ("author_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referral_messages" add constraint "referral_messages_kind" check (kind in ('QUESTION', 'ANSWER', 'MESSAGE'));`);
    this.addSql(`alter table "referral_messages" enable row level security;`);
    this.addSql(`alter table "referral_messages" force row level security;`);
    this.addSql(`create policy "referral_messages_owner" on "referral_messages" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "referral_messages_read" on "referral_messages" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "referral_messages_insert" on "referral_messages" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "referral_messages_update" on "referral_messages" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "referral_messages_delete" on "referral_messages" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "referral_messages" cascade;`);

    this.addSql(`alter table "referrals" drop constraint "referrals_hold_reason";`);
    this.addSql(`alter table "referrals" drop constraint "referrals_estimated_wait";`);
    this.addSql(`alter table "referrals" drop column "estimated_wait_weeks", drop column "hold_reason", drop column "review_at", drop column "answer_paused_at", drop column "message_key";`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261124203857_offering_clocks extends Migration {

  override name = 'Migration20261124203857_offering_clocks';

  override up(): void | Promise<void> {
    this.addSql(`create table "offering_clocks" ("offering_id" uuid not null, "answer_working_days" int not null, "urgent_answer_working_days" int not null, "first_contact_working_days" int not null, "waiting_review_days" int not null, "first_outcome_days" int not null, "updated_at" timestamptz not null, primary key ("offering_id"));`);

    this.addSql(`alter table "referrals" drop constraint "referrals_age_band";`);
    this.addSql(`alter table "referrals" add "withheld" text[] not null default '{}';`);
    this.addSql(`alter table "referrals" add constraint "referrals_withheld" check (withheld <@ array['LANGUAGES', 'AGE_BAND', 'ACCESS_NEEDS']::text[]);`);
    this.addSql(`alter table "referrals" add constraint "referrals_age_band" check (age_band in ('UNDER_18', 'FROM_18_TO_29', 'FROM_30_TO_49', 'FROM_50_TO_64', 'FROM_65', 'NOT_TOLD'));`);

    this.addSql(`alter table "offering_clocks" add constraint "offering_clocks_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "offering_clocks" add constraint "offering_clocks_answer_working_days" check (answer_working_days between 1 and 6);`);
    this.addSql(`alter table "offering_clocks" add constraint "offering_clocks_urgent_answer_working_days" check (urgent_answer_working_days between 1 and 6);`);
    this.addSql(`alter table "offering_clocks" add constraint "offering_clocks_first_contact_working_days" check (first_contact_working_days between 1 and 9);`);
    this.addSql(`alter table "offering_clocks" add constraint "offering_clocks_waiting_review_days" check (waiting_review_days between 7 and 89);`);
    this.addSql(`alter table "offering_clocks" add constraint "offering_clocks_first_outcome_days" check (first_outcome_days between 7 and 89);`);
    this.addSql(`alter table "offering_clocks" add constraint "offering_clocks_urgent" check (urgent_answer_working_days <= answer_working_days);`);
    this.addSql(`alter table "offering_clocks" enable row level security;`);
    this.addSql(`alter table "offering_clocks" force row level security;`);
    this.addSql(`create policy "offering_clocks_owner" on "offering_clocks" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "offering_clocks_read" on "offering_clocks" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (true));`);
    this.addSql(`create policy "offering_clocks_insert" on "offering_clocks" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (exists (select 1 from offerings o
      where o.id = offering_clocks.offering_id and o.organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "offering_clocks_update" on "offering_clocks" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (exists (select 1 from offerings o
      where o.id = offering_clocks.offering_id and o.organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (exists (select 1 from offerings o
      where o.id = offering_clocks.offering_id and o.organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "offering_clocks_delete" on "offering_clocks" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (exists (select 1 from offerings o
      where o.id = offering_clocks.offering_id and o.organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "offering_clocks" cascade;`);

    this.addSql(`alter table "referrals" drop constraint "referrals_withheld";`);
    this.addSql(`alter table "referrals" drop constraint "referrals_age_band";`);
    this.addSql(`alter table "referrals" drop column "withheld";`);
    this.addSql(`alter table "referrals" add constraint "referrals_age_band" check (age_band in ('UNDER_18', 'FROM_18_TO_29', 'FROM_30_TO_49', 'FROM_50_TO_64', 'FROM_65'));`);
  }

}

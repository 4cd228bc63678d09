import { Migration } from '@mikro-orm/migrations';

export class Migration20261124211956_access_reviews extends Migration {

  override name = 'Migration20261124211956_access_reviews';

  override up(): void | Promise<void> {
    this.addSql(`create table "access_reviews" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "quarter" text not null, "opened_at" timestamptz not null, "due_at" timestamptz not null, "completed_at" timestamptz null, "reviewer_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "access_reviews_open" on "access_reviews" ("due_at") where "completed_at" is null;`);
    this.addSql(`alter table "access_reviews" add constraint "access_reviews_organisation_id_quarter_unique" unique ("organisation_id", "quarter");`);

    this.addSql(`create table "access_review_answers" ("review_id" uuid not null, "membership_id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "decision" text not null, "decided_at" timestamptz not null, "decider_id" uuid not null, primary key ("review_id", "membership_id"));`);

    this.addSql(`alter table "persons" add "last_used_at" timestamptz null;`);

    this.addSql(`alter table "access_reviews" add constraint "access_reviews_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "access_reviews" add constraint "access_reviews_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "access_reviews" add constraint "access_reviews_reviewer_id_foreign" foreign key ("reviewer_id") references "persons" ("id") on delete set null;`);
    this.addSql(`alter table "access_reviews" add constraint "access_reviews_quarter" check (quarter ~ '^[0-9]{4}-Q[1-4]\$');`);
    this.addSql(`alter table "access_reviews" add constraint "access_reviews_reviewer" check ((completed_at is null) = (reviewer_id is null));`);
    this.addSql(`alter table "access_reviews" enable row level security;`);
    this.addSql(`alter table "access_reviews" force row level security;`);
    this.addSql(`create policy "access_reviews_owner" on "access_reviews" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "access_reviews_read" on "access_reviews" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or ((access_reviews.organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = access_reviews.organisation_id and led.role in ('COORDINATOR', 'MANAGER') and led.ended_at is null))));`);
    this.addSql(`create policy "access_reviews_insert" on "access_reviews" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "access_reviews_update" on "access_reviews" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((access_reviews.organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = access_reviews.organisation_id and led.role in ('COORDINATOR', 'MANAGER') and led.ended_at is null))) with check (((select current_setting('app.kind', true)) = 'system') or ((access_reviews.organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = access_reviews.organisation_id and led.role in ('COORDINATOR', 'MANAGER') and led.ended_at is null)));`);
    this.addSql(`create policy "access_reviews_delete" on "access_reviews" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);

    this.addSql(`alter table "access_review_answers" add constraint "access_review_answers_review_id_foreign" foreign key ("review_id") references "access_reviews" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "access_review_answers" add constraint "access_review_answers_membership_id_foreign" foreign key ("membership_id") references "memberships" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "access_review_answers" add constraint "access_review_answers_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "access_review_answers" add constraint "access_review_answers_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "access_review_answers" add constraint "access_review_answers_decider_id_foreign" foreign key ("decider_id") references "persons" ("id");`);
    this.addSql(`alter table "access_review_answers" add constraint "access_review_answers_decision" check (decision in ('KEEP', 'END'));`);
    this.addSql(`alter table "access_review_answers" enable row level security;`);
    this.addSql(`alter table "access_review_answers" force row level security;`);
    this.addSql(`create policy "access_review_answers_owner" on "access_review_answers" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "access_review_answers_read" on "access_review_answers" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or ((access_review_answers.organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = access_review_answers.organisation_id and led.role in ('COORDINATOR', 'MANAGER') and led.ended_at is null))));`);
    this.addSql(`create policy "access_review_answers_insert" on "access_review_answers" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((access_review_answers.organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = access_review_answers.organisation_id and led.role in ('COORDINATOR', 'MANAGER') and led.ended_at is null)));`);
    this.addSql(`create policy "access_review_answers_update" on "access_review_answers" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((access_review_answers.organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = access_review_answers.organisation_id and led.role in ('COORDINATOR', 'MANAGER') and led.ended_at is null))) with check (((select current_setting('app.kind', true)) = 'system') or ((access_review_answers.organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[])) and exists (select 1 from memberships led where led.person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)
  and led.organisation_id = access_review_answers.organisation_id and led.role in ('COORDINATOR', 'MANAGER') and led.ended_at is null)));`);
    this.addSql(`create policy "access_review_answers_delete" on "access_review_answers" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "access_review_answers" drop constraint "access_review_answers_review_id_foreign";`);

    this.addSql(`drop table if exists "access_reviews" cascade;`);
    this.addSql(`drop table if exists "access_review_answers" cascade;`);

    this.addSql(`alter table "persons" drop column "last_used_at";`);
  }

}

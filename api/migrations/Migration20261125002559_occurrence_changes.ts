import { Migration } from '@mikro-orm/migrations';

export class Migration20261125002559_occurrence_changes extends Migration {

  override name = 'Migration20261125002559_occurrence_changes';

  override up(): void | Promise<void> {
    this.addSql(`create table "occurrence_changes" ("id" uuid not null, "occurrence_id" uuid not null, "host_ids" uuid[] not null, "kind" text not null, "made_at" timestamptz not null, "before" jsonb not null, "known" jsonb not null, "overtakes" uuid null, "overtaken_at" timestamptz null, "undone_at" timestamptz null, "told_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create unique index "occurrence_changes_open" on "occurrence_changes" ("occurrence_id") where "overtaken_at" is null and "undone_at" is null and "told_at" is null;`);

    this.addSql(`alter table "offerings" add "date_changes" int not null default 0;`);

    this.addSql(`alter table "occurrences" drop constraint "occurrences_status";`);
    this.addSql(`alter table "occurrences" add "moved_at" timestamptz null, add "change_reasons" jsonb not null default '[]', add "place_id" uuid null;`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_place_id_foreign" foreign key ("place_id") references "places" ("id") on delete set null;`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_status" check (status in ('SCHEDULED', 'POSTPONED', 'CANCELLED'));`);

    this.addSql(`alter table "occurrence_changes" add constraint "occurrence_changes_occurrence_id_foreign" foreign key ("occurrence_id") references "occurrences" ("id") on delete cascade;`);
    this.addSql(`alter table "occurrence_changes" add constraint "occurrence_changes_kind" check (kind in ('CANCELLED', 'POSTPONED', 'MOVED'));`);
    this.addSql(`alter table "occurrence_changes" add constraint "occurrence_changes_end" check (num_nonnulls(overtaken_at, undone_at, told_at) <= 1);`);
    this.addSql(`alter table "occurrence_changes" enable row level security;`);
    this.addSql(`alter table "occurrence_changes" force row level security;`);
    this.addSql(`create policy "occurrence_changes_owner" on "occurrence_changes" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "occurrence_changes_read" on "occurrence_changes" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "occurrence_changes_insert" on "occurrence_changes" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "occurrence_changes_update" on "occurrence_changes" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "occurrence_changes_delete" on "occurrence_changes" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "occurrence_changes" cascade;`);

    this.addSql(`alter table "occurrences" drop constraint "occurrences_place_id_foreign";`);

    this.addSql(`alter table "occurrences" drop constraint "occurrences_status";`);
    this.addSql(`alter table "occurrences" drop column "moved_at", drop column "change_reasons", drop column "place_id";`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_status" check (status in ('SCHEDULED', 'CANCELLED'));`);

    this.addSql(`alter table "offerings" drop column "date_changes";`);
  }

}

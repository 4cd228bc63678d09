import { Migration } from '@mikro-orm/migrations';

export class Migration20261124213046_freshness_copies extends Migration {

  override name = 'Migration20261124213046_freshness_copies';

  override up(): void | Promise<void> {
    this.addSql(`create table "offering_checks" ("id" uuid not null, "region_id" uuid not null, "offering_id" uuid not null, "reason" text not null, "asked_at" timestamptz not null, "closed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create unique index "offering_checks_open" on "offering_checks" ("offering_id") where "closed_at" is null;`);

    this.addSql(`alter table "offerings" add "confirmed_at" timestamptz null, add "stale_at" timestamptz null, add "hidden_at" timestamptz null;`);

    this.addSql(`alter table "offering_checks" add constraint "offering_checks_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "offering_checks" add constraint "offering_checks_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id");`);
    this.addSql(`alter table "offering_checks" add constraint "offering_checks_reason" check (reason in ('UNTOUCHED', 'ENDED'));`);
    this.addSql(`alter table "offering_checks" enable row level security;`);
    this.addSql(`alter table "offering_checks" force row level security;`);
    this.addSql(`create policy "offering_checks_owner" on "offering_checks" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "offering_checks_read" on "offering_checks" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((select current_setting('app.admin', true)) = 'true'));`);
    this.addSql(`create policy "offering_checks_insert" on "offering_checks" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "offering_checks_update" on "offering_checks" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "offering_checks_delete" on "offering_checks" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "offering_checks" cascade;`);

    this.addSql(`alter table "offerings" drop column "confirmed_at", drop column "stale_at", drop column "hidden_at";`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261124170334_employers extends Migration {

  override name = 'Migration20261124170334_employers';

  override up(): void | Promise<void> {
    this.addSql(`create table "employer_sign_ins" ("state_hash" text not null, "region_id" uuid not null, "provider" text not null, "browser_hash" text not null, "next" text null, "expires_at" timestamptz not null, primary key ("state_hash"));`);
    this.addSql(`create index "employer_sign_ins_expires_at_index" on "employer_sign_ins" ("expires_at");`);

    this.addSql(`create table "employer_identities" ("id" uuid not null, "region_id" uuid not null, "person_id" uuid not null, "issuer" text not null, "subject_hash" text not null, "created_at" timestamptz not null, "last_used_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "employer_identities" add constraint "employer_identities_issuer_subject_hash_unique" unique ("issuer", "subject_hash");`);
    this.addSql(`alter table "employer_identities" add constraint "employer_identities_person_id_issuer_unique" unique ("person_id", "issuer");`);

    this.addSql(`alter table "employer_sign_ins" add constraint "employer_sign_ins_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "employer_sign_ins" enable row level security;`);
    this.addSql(`alter table "employer_sign_ins" force row level security;`);
    this.addSql(`create policy "employer_sign_ins_owner" on "employer_sign_ins" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "employer_sign_ins_read" on "employer_sign_ins" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "employer_sign_ins_insert" on "employer_sign_ins" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "employer_sign_ins_update" on "employer_sign_ins" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "employer_sign_ins_delete" on "employer_sign_ins" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);

    this.addSql(`alter table "employer_identities" add constraint "employer_identities_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "employer_identities" add constraint "employer_identities_person_id_foreign" foreign key ("person_id") references "persons" ("id");`);
    this.addSql(`alter table "employer_identities" enable row level security;`);
    this.addSql(`alter table "employer_identities" force row level security;`);
    this.addSql(`create policy "employer_identities_owner" on "employer_identities" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "employer_identities_read" on "employer_identities" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "employer_identities_insert" on "employer_identities" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "employer_identities_update" on "employer_identities" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "employer_identities_delete" on "employer_identities" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "employer_sign_ins" cascade;`);
    this.addSql(`drop table if exists "employer_identities" cascade;`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261124162145_passkeys extends Migration {

  override name = 'Migration20261124162145_passkeys';

  override up(): void | Promise<void> {
    this.addSql(`create table "passkey_challenges" ("challenge_hash" text not null, "region_id" uuid not null, "purpose" text not null, "person_id" uuid null, "expires_at" timestamptz not null, primary key ("challenge_hash"));`);
    this.addSql(`create index "passkey_challenges_expires_at_index" on "passkey_challenges" ("expires_at");`);
    this.addSql(`create index "passkey_challenges_person_id_index" on "passkey_challenges" ("person_id");`);

    this.addSql(`create table "passkeys" ("id" uuid not null, "region_id" uuid not null, "person_id" uuid not null, "name" text not null, "credential_id" text not null, "public_key" text not null, "counter" bigint not null default '0', "transports" text[] not null default '{}', "created_at" timestamptz not null, "last_used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`alter table "passkeys" add constraint "passkeys_credential_id_unique" unique ("credential_id");`);
    this.addSql(`create index "passkeys_person_id_id_index" on "passkeys" ("person_id", "id");`);

    this.addSql(`alter table "passkey_challenges" add constraint "passkey_challenges_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "passkey_challenges" add constraint "passkey_challenges_person_id_foreign" foreign key ("person_id") references "persons" ("id") on delete set null;`);
    this.addSql(`alter table "passkey_challenges" add constraint "passkey_challenges_purpose" check (purpose in ('ENROL', 'SIGN_IN'));`);
    this.addSql(`alter table "passkey_challenges" enable row level security;`);
    this.addSql(`alter table "passkey_challenges" force row level security;`);
    this.addSql(`create policy "passkey_challenges_owner" on "passkey_challenges" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "passkey_challenges_read" on "passkey_challenges" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "passkey_challenges_insert" on "passkey_challenges" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "passkey_challenges_update" on "passkey_challenges" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "passkey_challenges_delete" on "passkey_challenges" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);

    this.addSql(`alter table "passkeys" add constraint "passkeys_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "passkeys" add constraint "passkeys_person_id_foreign" foreign key ("person_id") references "persons" ("id");`);
    this.addSql(`alter table "passkeys" enable row level security;`);
    this.addSql(`alter table "passkeys" force row level security;`);
    this.addSql(`create policy "passkeys_owner" on "passkeys" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "passkeys_read" on "passkeys" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "passkeys_insert" on "passkeys" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "passkeys_update" on "passkeys" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "passkeys_delete" on "passkeys" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "passkey_challenges" cascade;`);
    this.addSql(`drop table if exists "passkeys" cascade;`);
  }

}

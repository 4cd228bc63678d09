import { Migration } from '@mikro-orm/migrations';

export class Migration20261125014125_client_moves extends Migration {

  override name = 'Migration20261125014125_client_moves';

  override up(): void | Promise<void> {
    this.addSql(`create table "client_moves" ("id" uuid not null, "region_id" uuid not null, "client_id" uuid not null, "from_organisation_id" uuid not null, "to_organisation_id" uuid not null, "offerer_id" uuid not null, "state" text not null, "languages" text[] not null, "needs_interpreter" boolean not null, "offered_at" timestamptz not null, "expires_at" timestamptz not null, "decided_at" timestamptz null, "decided_by" uuid null, primary key ("id"));`);
    this.addSql(`create unique index "client_moves_one_offer" on "client_moves" ("client_id") where "state" = 'OFFERED';`);
    this.addSql(`create index "client_moves_from_organisation_id_offered_at_id_index" on "client_moves" ("from_organisation_id", "offered_at", "id");`);
    this.addSql(`create index "client_moves_to_organisation_id_offered_at_id_index" on "client_moves" ("to_organisation_id", "offered_at", "id");`);

    this.addSql(`alter table "client_moves" add constraint "client_moves_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "client_moves" add constraint "client_moves_from_organisation_id_foreign" foreign key ("from_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "client_moves" add constraint "client_moves_to_organisation_id_foreign" foreign key ("to_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "client_moves" add constraint "client_moves_offerer_id_foreign" foreign key ("offerer_id") references "persons" ("id");`);
    this.addSql(`alter table "client_moves" add constraint "client_moves_state" check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED'));`);
    this.addSql(`alter table "client_moves" enable row level security;`);
    this.addSql(`alter table "client_moves" force row level security;`);
    this.addSql(`create policy "client_moves_owner" on "client_moves" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "client_moves_read" on "client_moves" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((from_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (to_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "client_moves_insert" on "client_moves" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((from_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) and (offerer_id = (select nullif(current_setting('app.viewer', true), '')::uuid))));`);
    this.addSql(`create policy "client_moves_update" on "client_moves" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((from_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (to_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or ((from_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (to_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "client_moves_delete" on "client_moves" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "client_moves" cascade;`);
  }

}

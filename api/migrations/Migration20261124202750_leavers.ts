import { Migration } from '@mikro-orm/migrations';

export class Migration20261124202750_leavers extends Migration {

  override name = 'Migration20261124202750_leavers';

  override up(): void | Promise<void> {
    this.addSql(`alter table "clients" drop constraint "clients_caseworker_id_foreign";`);

    this.addSql(`alter table "referrals" drop constraint "referrals_referrer_id_foreign";`);

    this.addSql(`alter table "client_identities" drop constraint "client_identities_caseworker_id_foreign";`);

    this.addSql(`alter table "clients" alter column "caseworker_id" drop not null;`);
    this.addSql(`alter table "clients" add constraint "clients_caseworker_id_foreign" foreign key ("caseworker_id") references "persons" ("id") on delete set null;`);

    this.addSql(`alter table "referrals" alter column "referrer_id" drop not null;`);
    this.addSql(`alter table "referrals" add constraint "referrals_referrer_id_foreign" foreign key ("referrer_id") references "persons" ("id") on delete set null;`);

    this.addSql(`alter table "client_identities" alter column "caseworker_id" drop not null;`);
    this.addSql(`alter table "client_identities" add constraint "client_identities_caseworker_id_foreign" foreign key ("caseworker_id") references "persons" ("id") on delete set null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "client_identities" drop constraint "client_identities_caseworker_id_foreign";`);

    this.addSql(`alter table "clients" drop constraint "clients_caseworker_id_foreign";`);

    this.addSql(`alter table "referrals" drop constraint "referrals_referrer_id_foreign";`);

    this.addSql(`alter table "client_identities" alter column "caseworker_id" set not null;`);
    this.addSql(`alter table "client_identities" add constraint "client_identities_caseworker_id_foreign" foreign key ("caseworker_id") references "persons" ("id");`);

    this.addSql(`alter table "clients" alter column "caseworker_id" set not null;`);
    this.addSql(`alter table "clients" add constraint "clients_caseworker_id_foreign" foreign key ("caseworker_id") references "persons" ("id");`);

    this.addSql(`alter table "referrals" alter column "referrer_id" set not null;`);
    this.addSql(`alter table "referrals" add constraint "referrals_referrer_id_foreign" foreign key ("referrer_id") references "persons" ("id");`);
  }

}

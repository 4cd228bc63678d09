import { Migration } from '@mikro-orm/migrations';

export class Migration20261125012747_referral_sign_ups extends Migration {

  override name = 'Migration20261125012747_referral_sign_ups';

  override up(): void | Promise<void> {
    this.addSql(`alter table "sign_ups" drop constraint "sign_ups_erased";`);
    this.addSql(`alter table "sign_ups" add "is_by_referral" boolean not null default false, add "referral_id" uuid null;`);
    this.addSql(`create unique index "sign_ups_one_per_referral" on "sign_ups" ("referral_id", "occurrence_id") where "status" <> 'CANCELLED';`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_referral" check (referral_id is null or is_by_referral);`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_erased" check (case when erased_at is null and not is_by_referral then num_nulls(first_name, contact, contact_hash, code) = 0 else num_nonnulls(first_name, contact, contact_hash, code, needs) = 0 end);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "sign_ups_one_per_referral";`);
    this.addSql(`alter table "sign_ups" drop constraint "sign_ups_referral";`);
    this.addSql(`alter table "sign_ups" drop constraint "sign_ups_erased";`);
    this.addSql(`alter table "sign_ups" drop column "is_by_referral", drop column "referral_id";`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_erased" check (case when erased_at is null then num_nulls(first_name, contact, contact_hash, code) = 0 else num_nonnulls(first_name, contact, contact_hash, code, needs) = 0 end);`);
  }

}

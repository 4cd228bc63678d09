import { Migration } from '@mikro-orm/migrations';

export class Migration20261124121435_referrals_by_client extends Migration {

  override name = 'Migration20261124121435_referrals_by_client';

  override up(): void | Promise<void> {
    this.addSql(`create index "referrals_client_id_created_at_id_index" on "referrals" ("client_id", "created_at", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "referrals_client_id_created_at_id_index";`);
  }

}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261124160748_reroute extends Migration {

  override name = 'Migration20261124160748_reroute';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "referrals_delete" on "referrals";`);

    this.addSql(`create index "referrals_predecessor_id_index" on "referrals" ("predecessor_id");`);
    this.addSql(`create policy "referrals_delete" on "referrals" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) and state = 'DRAFT'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "referrals_delete" on "referrals";`);

    this.addSql(`drop index "referrals_predecessor_id_index";`);
    this.addSql(`create policy "referrals_delete" on "referrals" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

}

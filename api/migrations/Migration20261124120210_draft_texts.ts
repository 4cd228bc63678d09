import { Migration } from '@mikro-orm/migrations';

export class Migration20261124120210_draft_texts extends Migration {

  override name = 'Migration20261124120210_draft_texts';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "offering_translations_public" on "offering_translations";`);
    this.addSql(`drop policy "offering_translations_read" on "offering_translations";`);

    this.addSql(`create policy "offering_translations_public" on "offering_translations" for select to "hub_anonymous" using (is_public and state <> 'DRAFT');`);
    this.addSql(`create policy "offering_translations_read" on "offering_translations" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((is_public and state <> 'DRAFT') or ((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "offering_translations_read" on "offering_translations";`);
    this.addSql(`drop policy "offering_translations_public" on "offering_translations";`);

    this.addSql(`create policy "offering_translations_read" on "offering_translations" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (is_public or ((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_translations_public" on "offering_translations" for select to "hub_anonymous" using (is_public);`);
  }

}

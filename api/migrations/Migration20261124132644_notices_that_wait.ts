import { Migration } from '@mikro-orm/migrations';

export class Migration20261124132644_notices_that_wait extends Migration {

  override name = 'Migration20261124132644_notices_that_wait';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "outbox_messages_delete" on "outbox_messages";`);
    this.addSql(`drop policy "outbox_messages_read" on "outbox_messages";`);
    this.addSql(`drop policy "outbox_messages_update" on "outbox_messages";`);

    this.addSql(`alter table "outbox_messages" add "template" text null, add "group_key" text null, add "is_urgent" boolean not null default false, add "deliver_after" timestamptz null, add "failed_at" timestamptz null;`);
    this.addSql(`create index "outbox_messages_group" on "outbox_messages" ("group_key", "delivered_at") where "group_key" is not null;`);
    this.addSql(`create policy "outbox_messages_delete" on "outbox_messages" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((select current_setting('app.admin', true)) = 'true'));`);
    this.addSql(`create policy "outbox_messages_read" on "outbox_messages" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((select current_setting('app.admin', true)) = 'true'));`);
    this.addSql(`create policy "outbox_messages_update" on "outbox_messages" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((select current_setting('app.admin', true)) = 'true')) with check (((select current_setting('app.kind', true)) = 'system') or ((select current_setting('app.admin', true)) = 'true'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "outbox_messages_read" on "outbox_messages";`);
    this.addSql(`drop policy "outbox_messages_update" on "outbox_messages";`);
    this.addSql(`drop policy "outbox_messages_delete" on "outbox_messages";`);

    this.addSql(`drop index "outbox_messages_group";`);
    this.addSql(`alter table "outbox_messages" drop column "template", drop column "group_key", drop column "is_urgent", drop column "deliver_after", drop column "failed_at";`);
    this.addSql(`create policy "outbox_messages_read" on "outbox_messages" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "outbox_messages_update" on "outbox_messages" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "outbox_messages_delete" on "outbox_messages" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
  }

}

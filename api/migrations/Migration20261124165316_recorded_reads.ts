import { Migration } from '@mikro-orm/migrations';

export class Migration20261124165316_recorded_reads extends Migration {

  override name = 'Migration20261124165316_recorded_reads';

  override up(): void | Promise<void> {
    this.addSql(`alter table "audit_log" add "kind" text not null default 'WRITE', add "roles" text[] not null default '{}', add "municipality_code" text null, add "client_ids" uuid[] not null default '{}', add "referral_ids" uuid[] not null default '{}';`);
    this.addSql(`alter table "audit_log" alter column "subject_id" drop not null;`);
    this.addSql(`create index "audit_log_client_ids_index" on "audit_log" using gin ("client_ids");`);
    this.addSql(`alter table "audit_log" add constraint "audit_log_kind" check (kind in ('READ', 'WRITE'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "audit_log_client_ids_index";`);
    this.addSql(`alter table "audit_log" drop constraint "audit_log_kind";`);
    this.addSql(`alter table "audit_log" drop column "kind", drop column "roles", drop column "municipality_code", drop column "client_ids", drop column "referral_ids";`);
    this.addSql(`alter table "audit_log" alter column "subject_id" set not null;`);
  }

}

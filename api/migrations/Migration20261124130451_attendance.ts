import { Migration } from '@mikro-orm/migrations';

export class Migration20261124130451_attendance extends Migration {

  override name = 'Migration20261124130451_attendance';

  override up(): void | Promise<void> {
    this.addSql(`alter table "occurrences" add "walk_ins" int not null default 0;`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_walk_ins" check (walk_ins between 0 and 10000);`);

    this.addSql(`alter table "sign_ups" add "reminded_at" timestamptz null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "occurrences" drop constraint "occurrences_walk_ins";`);
    this.addSql(`alter table "occurrences" drop column "walk_ins";`);

    this.addSql(`alter table "sign_ups" drop column "reminded_at";`);
  }

}

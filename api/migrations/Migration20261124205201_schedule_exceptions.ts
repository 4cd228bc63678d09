import { Migration } from '@mikro-orm/migrations';

export class Migration20261124205201_schedule_exceptions extends Migration {

  override name = 'Migration20261124205201_schedule_exceptions';

  override up(): void | Promise<void> {
    this.addSql(`alter table "schedules" add "time_kind" text not null default 'TIMED', add "skipped_on" text[] not null default '{}', add "extra_starts" text[] not null default '{}', add "skips_holidays" boolean not null default false, add "skips_school_breaks" boolean not null default false;`);
    this.addSql(`alter table "schedules" add constraint "schedules_time_kind" check (time_kind in ('TIMED', 'OPEN_END', 'ALL_DAY'));`);

    this.addSql(`alter table "occurrences" add "time_kind" text not null default 'TIMED';`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_time_kind" check (time_kind in ('TIMED', 'OPEN_END', 'ALL_DAY'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "occurrences" drop constraint "occurrences_time_kind";`);
    this.addSql(`alter table "occurrences" drop column "time_kind";`);

    this.addSql(`alter table "schedules" drop constraint "schedules_time_kind";`);
    this.addSql(`alter table "schedules" drop column "time_kind", drop column "skipped_on", drop column "extra_starts", drop column "skips_holidays", drop column "skips_school_breaks";`);
  }

}

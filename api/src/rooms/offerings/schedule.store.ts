import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { ScheduleRow } from './offering.row.ts';
import type { Schedule } from './schedule/index.ts';

export interface Placed extends Schedule {
  readonly id: string;
  readonly position: number;
}

/** New schedules of an offering. */
export const insertSchedules = (
  tx: Transaction,
  now: Date,
  offeringId: string,
  schedules: readonly Placed[],
): Promise<unknown> =>
  tx.query(
    sql`insert into schedules (id, offering_id, host_ids, is_public, starts_at_local, time_zone, duration_minutes, rule, position,
          created_at, time_kind, skipped_on, extra_starts, skips_holidays, skips_school_breaks)
        select entry.id, o.id, o.host_ids, o.is_public, entry."startsAtLocal", entry."timeZone", entry."durationMinutes",
          entry.rule, entry.position, ${now}, coalesce(entry."timeKind", 'TIMED'), coalesce(entry."skippedOn", '{}'),
          coalesce(entry."extraStarts", '{}'), coalesce(entry."skipsHolidays", false), coalesce(entry."skipsSchoolBreaks", false)
        from offerings o, jsonb_to_recordset(${JSON.stringify(schedules)}::jsonb)
          as entry(id uuid, "startsAtLocal" text, "timeZone" text, "durationMinutes" int, rule text, position int,
            "timeKind" text, "skippedOn" text[], "extraStarts" text[], "skipsHolidays" boolean, "skipsSchoolBreaks" boolean)
        where o.id = ${offeringId}`,
  );

export const placeSchedules = (now: Date, schedules: readonly Schedule[]): Placed[] =>
  schedules.map((schedule, position) => ({ ...schedule, id: newId(now), position }));

export interface MatchedSchedules {
  readonly kept: readonly Placed[];
  readonly fresh: readonly Placed[];
  readonly gone: readonly string[];
}

/** Schedules with the same start and rule are the same series, and keep their id. */
export const matchFormer = (former: readonly ScheduleRow[], wanted: readonly Placed[]): MatchedSchedules => {
  const free = [...former];
  const kept: Placed[] = [];
  const fresh: Placed[] = [];
  for (const schedule of wanted) {
    const index = free.findIndex(
      ({ startsAtLocal, rule }) => startsAtLocal === schedule.startsAtLocal && rule === schedule.rule,
    );
    const [same] = index < 0 ? [] : free.splice(index, 1);
    if (same) kept.push({ ...schedule, id: same.id });
    else fresh.push(schedule);
  }
  return { kept, fresh, gone: free.map(({ id }) => id) };
};

/** Writes what may change of a series that stays the same one. */
export const updateSchedules = (tx: Transaction, kept: readonly Placed[]): Promise<unknown> =>
  tx.query(
    sql`update schedules s set position = entry.position, duration_minutes = entry."durationMinutes",
          time_kind = entry."timeKind", skipped_on = entry."skippedOn", extra_starts = entry."extraStarts",
          skips_holidays = entry."skipsHolidays", skips_school_breaks = entry."skipsSchoolBreaks"
        from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
          as entry(id uuid, position int, "durationMinutes" int, "timeKind" text, "skippedOn" text[], "extraStarts" text[],
            "skipsHolidays" boolean, "skipsSchoolBreaks" boolean)
        where s.id = entry.id`,
  );

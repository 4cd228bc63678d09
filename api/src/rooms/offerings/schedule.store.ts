import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { cancelWhere } from './occurrence.cancel.ts';
import { dateOfInstant, materialiseOfferings, windowAt } from './occurrence.materialise.ts';
import { tellCancelled } from './offering.events.ts';
import type { ScheduleRow } from './offering.row.ts';
import { expand, type Schedule } from './schedule/index.ts';

interface Placed extends Schedule {
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
    sql`insert into schedules (id, offering_id, host_ids, is_public, starts_at_local, time_zone, duration_minutes, rule, position, created_at)
        select entry.id, o.id, o.host_ids, o.is_public, entry."startsAtLocal", entry."timeZone", entry."durationMinutes",
          entry.rule, entry.position, ${now}
        from offerings o, jsonb_to_recordset(${JSON.stringify(schedules)}::jsonb)
          as entry(id uuid, "startsAtLocal" text, "timeZone" text, "durationMinutes" int, rule text, position int)
        where o.id = ${offeringId}`,
  );

export const placeSchedules = (now: Date, schedules: readonly Schedule[]): Placed[] =>
  schedules.map((schedule, position) => ({ ...schedule, id: newId(now), position }));

/** Schedules with the same start and rule are the same series, and keep their id. */
const matchFormer = (former: readonly ScheduleRow[], wanted: readonly Placed[]) => {
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

const keep = async (tx: Transaction, now: Date, { id, position, durationMinutes }: Placed): Promise<void> => {
  await tx.query(
    sql`update schedules set position = ${position}, duration_minutes = ${durationMinutes} where id = ${id}`,
  );
  await tx.query(
    sql`update occurrences set ends_at = starts_at + make_interval(mins => ${durationMinutes}::int)
        where schedule_id = ${id} and starts_at > ${now}`,
  );
};

/** Dates whose original start the new schedules have too go over to them, with their sign-ups. */
const moveDates = async (
  tx: Transaction,
  now: Date,
  gone: readonly string[],
  fresh: readonly Placed[],
): Promise<void> => {
  const window = windowAt(now);
  const times = fresh.flatMap((schedule) =>
    expand(schedule, window).map((time) => ({ ...time, scheduleId: schedule.id })),
  );
  const wanted = new Map(times.toReversed().map((time) => [time.originalStartLocal, time]));
  const former = await tx.query<{ id: string; originalStartLocal: string }>(
    sql`select id, original_start_local as "originalStartLocal" from occurrences
        where schedule_id = any(${[...gone]}::uuid[]) and starts_at >= ${dateOfInstant(window.from)}
        order by taken desc, waiting desc, id for update`,
  );
  const moves = former.flatMap(({ id, originalStartLocal }) => {
    const time = wanted.get(originalStartLocal);
    wanted.delete(originalStartLocal);
    return time ? [{ id, scheduleId: time.scheduleId, startsAt: time.startsAt, endsAt: time.endsAt }] : [];
  });
  await tx.query(
    sql`update occurrences c set schedule_id = entry."scheduleId", starts_at = entry."startsAt", ends_at = entry."endsAt"
        from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
          as entry(id uuid, "scheduleId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
        where c.id = entry.id`,
  );
};

/** Coming dates that no schedule has any more: gone when nobody has a place, else cancelled and told. Cancelled ones stay. */
const dropDates = async (tx: Transaction, now: Date, gone: readonly string[]): Promise<void> => {
  await tx.query(
    sql`delete from occurrences where schedule_id = any(${[...gone]}::uuid[]) and starts_at > ${now}
          and status = 'SCHEDULED' and taken = 0 and waiting = 0`,
  );
  const cancelled = await cancelWhere(
    tx,
    now,
    sql`c.schedule_id = any(${[...gone]}::uuid[]) and c.starts_at > ${now}`,
  );
  await tellCancelled(tx, cancelled);
};

/** Puts new schedules in the place of the old ones and brings the coming dates after them. */
export const replaceSchedules = async (
  tx: Transaction,
  now: Date,
  offeringId: string,
  schedules: readonly Schedule[],
): Promise<void> => {
  const former = await tx.query<ScheduleRow>(
    sql`select id, starts_at_local as "startsAtLocal", rule from schedules
        where offering_id = ${offeringId} and replaced_at is null order by position`,
  );
  const { kept, fresh, gone } = matchFormer(former, placeSchedules(now, schedules));
  for (const schedule of kept) await keep(tx, now, schedule);
  await tx.query(sql`update schedules set replaced_at = ${now} where id = any(${gone}::uuid[])`);
  await insertSchedules(tx, now, offeringId, fresh);
  await moveDates(tx, now, gone, fresh);
  await dropDates(tx, now, gone);
  await materialiseOfferings(tx, now, [offeringId]);
};

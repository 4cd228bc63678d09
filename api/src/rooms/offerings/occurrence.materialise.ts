import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { scheduleColumns, type ScheduleRow } from './offering.row.ts';
import { storeSearch } from './search.store.ts';
import {
  expand,
  materialiseWindow,
  type ScheduledTime,
  type TimeKind,
  type TimeWindow,
} from './schedule/index.ts';

/** The queue, and the job that comes round every night. */
export const materialiseQueue = 'offerings.materialise';
const offeringsPerTransaction = 100;

export const instantOfDate = (date: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime());
export const dateOfInstant = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

/** From this morning on, 18 months ahead. */
export const windowAt = (now: Date): TimeWindow => materialiseWindow(instantOfDate(now));

interface Dated extends ScheduledTime {
  readonly scheduleId: string;
  readonly offeringId: string;
  readonly timeKind: TimeKind;
}

const insertDates = async (tx: Transaction, now: Date, dates: readonly Dated[]): Promise<number> => {
  if (dates.length === 0) return 0;
  const inserted = await tx.query(
    sql`insert into occurrences (id, region_id, offering_id, schedule_id, host_ids, is_public, is_listed,
          original_start_local, starts_at, ends_at, time_kind, status, cancel_reasons, capacity, taken)
        select d.id, o.region_id, o.id, d.schedule_id, o.host_ids, o.is_public, o.status = 'PUBLISHED',
          d.original_start_local, d.starts_at, d.ends_at, d.time_kind, 'SCHEDULED', '[]', o.capacity, 0
        from unnest(${dates.map(() => newId(now))}::uuid[], ${dates.map(({ offeringId }) => offeringId)}::uuid[],
            ${dates.map(({ scheduleId }) => scheduleId)}::uuid[], ${dates.map((each) => each.originalStartLocal)}::text[],
            ${dates.map(({ startsAt }) => startsAt.toString())}::timestamptz[],
            ${dates.map(({ endsAt }) => endsAt.toString())}::timestamptz[], ${dates.map((each) => each.timeKind)}::text[])
          as d(id, offering_id, schedule_id, original_start_local, starts_at, ends_at, time_kind)
        join offerings o on o.id = d.offering_id
        on conflict (schedule_id, original_start_local) do nothing
        returning id`,
  );
  return inserted.length;
};

/**
 * Writes the dates of these offerings that are not there yet; returns how many. The share lock keeps hosts and
 * status still meanwhile; two at once meet at the unique key, in one order.
 */
export const materialiseOfferings = async (
  tx: Transaction,
  now: Date,
  offeringIds: readonly string[],
): Promise<number> => {
  const schedules = await tx.query<ScheduleRow>(
    sql`select ${scheduleColumns}
        from offerings o join schedules s on s.offering_id = o.id
        where o.id = any(${[...offeringIds]}::uuid[]) and o.status <> 'ARCHIVED' and s.replaced_at is null
        order by s.id for share of o`,
  );
  const window = windowAt(now);
  const dates = schedules.flatMap((schedule) =>
    expand(schedule, window).map((time) => ({
      ...time,
      scheduleId: schedule.id,
      offeringId: schedule.offeringId,
      timeKind: schedule.timeKind,
    })),
  );
  return insertDates(tx, now, dates);
};

/** Fills the rolling window of every offering that is not archived; running it again changes nothing. */
export const materialise = async (hub: Hub): Promise<number> => {
  const viewer = systemViewer(`job:${materialiseQueue}`);
  const now = hub.clock.now();
  let after = '00000000-0000-0000-0000-000000000000';
  let count = 0;
  for (;;) {
    const batch = await hub.db.read<{ id: string }>(
      viewer,
      sql`select id from offerings where id > ${after} and status <> 'ARCHIVED' order by id limit ${offeringsPerTransaction}`,
    );
    const last = batch.at(-1);
    if (!last) return count;
    const ids = batch.map(({ id }) => id);
    count += await hub.db.write(viewer, async (tx) => {
      // Names of organisations, places and themes change without their offerings.
      await storeSearch(tx, ids);
      return materialiseOfferings(tx, now, ids);
    });
    after = last.id;
  }
};

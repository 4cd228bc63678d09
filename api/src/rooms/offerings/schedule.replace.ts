import sql, { raw, type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { cancelWhere } from './occurrence.cancel.ts';
import { materialiseOfferings, windowAt } from './occurrence.materialise.ts';
import { strandedChanged } from './offering.errors.ts';
import { tellCancelled } from './offering.events.ts';
import { scheduleColumns, type ScheduleRow } from './offering.row.ts';
import { visibleTo } from './offering.visibility.ts';
import { expand, wallTimeOf, type Schedule } from './schedule/index.ts';
import { planDates, type DatePlan, type FormerDate, type WantedDate } from './schedule.plan.ts';
import {
  insertSchedules,
  matchFormer,
  placeSchedules,
  updateSchedules,
  type Placed,
} from './schedule.store.ts';

interface StoredDate extends FormerDate {
  readonly startsAt: Date;
  /** Not cancelled. */
  readonly isOn: boolean;
  /** Somebody has a place on it or waits for one. */
  readonly hasPeople: boolean;
}

export interface ScheduleChange {
  readonly schedules: ReturnType<typeof matchFormer>;
  readonly plan: DatePlan<StoredDate>;
  /** Coming dates with people that no schedule would have any more. */
  readonly strandedIds: readonly string[];
}

const wantedOf = (schedules: readonly Placed[], now: Date, municipalityCode: string): WantedDate[] =>
  schedules.flatMap((schedule) =>
    expand({ ...schedule, municipalityCode }, windowAt(now)).map((time) => ({
      ...time,
      scheduleId: schedule.id,
      timeKind: schedule.timeKind ?? 'TIMED',
    })),
  );

type Ask = <Row>(statement: Sql) => Promise<Row[]>;

/** What a change of the schedules would do, by what `ask` reads. Those with people come first, and keep their date first. */
const plan = async (
  ask: Ask,
  now: Date,
  offering: { readonly id: string; readonly municipalityCode: string },
  wanted: readonly Schedule[],
  lock: Sql,
  isVisible: Sql,
): Promise<ScheduleChange> => {
  const former = await ask<ScheduleRow>(
    sql`select ${scheduleColumns} from schedules s join offerings o on o.id = s.offering_id
        where s.offering_id = ${offering.id} and s.replaced_at is null order by s.position`,
  );
  // A date belongs to the day its series has it on, wherever it was moved since.
  const windowStart = wallTimeOf(windowAt(now).from).toString({ smallestUnit: 'minute' });
  const schedules = matchFormer(former, placeSchedules(now, wanted));
  const dates = await ask<StoredDate>(
    sql`select c.id, c.schedule_id as "scheduleId", c.original_start_local as "originalStartLocal",
          c.starts_at as "startsAt",
          c.status <> 'CANCELLED' as "isOn", c.taken > 0 or c.waiting > 0 or c.helping > 0 as "hasPeople"
        from occurrences c
        where c.offering_id = ${offering.id} and c.schedule_id = any(${former.map(({ id }) => id)}::uuid[])
          and c.original_start_local >= ${windowStart} and ${isVisible}
        order by c.taken desc, c.waiting desc, c.id ${lock}`,
  );
  const times = wantedOf([...schedules.kept, ...schedules.fresh], now, offering.municipalityCode);
  const found = planDates(dates, times);
  const stranded = found.stranded.filter((date) => date.isOn && date.startsAt > now);
  return {
    schedules,
    plan: { ...found, stranded },
    strandedIds: stranded.filter(({ hasPeople }) => hasPeople).map(({ id }) => id),
  };
};

/** What a change of the schedules would do; nothing is written. */
export const readScheduleChange = (
  hub: Hub,
  viewer: Viewer,
  offering: { readonly id: string; readonly municipalityCode: string },
  wanted: readonly Schedule[],
): Promise<ScheduleChange> =>
  plan(
    (statement) => hub.db.read(viewer, statement),
    hub.clock.now(),
    offering,
    wanted,
    raw(''),
    visibleTo(viewer, 'c'),
  );

/** A date that a host has moved keeps its own time; it is still known by its original start. */
const keepDates = (tx: Transaction, now: Date, { kept }: DatePlan<StoredDate>): Promise<unknown> => {
  const rows = kept.map(({ date, time }) => ({ id: date.id, ...time }));
  return tx.query(
    sql`update occurrences c set schedule_id = entry."scheduleId",
          starts_at = case when c.starts_at > ${now} and c.moved_at is null then entry."startsAt" else c.starts_at end,
          ends_at = case when c.starts_at > ${now} and c.moved_at is null then entry."endsAt" else c.ends_at end,
          time_kind = entry."timeKind"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as entry(id uuid, "scheduleId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "timeKind" text)
        where c.id = entry.id`,
  );
};

/** Coming dates that no schedule has any more: gone when nobody has a place, else cancelled and told. */
const dropDates = async (tx: Transaction, now: Date, ids: readonly string[]): Promise<void> => {
  await tx.query(
    sql`delete from occurrences where id = any(${[...ids]}::uuid[]) and taken = 0 and waiting = 0 and helping = 0`,
  );
  await tellCancelled(tx, await cancelWhere(tx, now, sql`c.id = any(${[...ids]}::uuid[])`));
};

/** Errors: CONFLICT STRANDED_CHANGED when other dates would be stranded than those agreed to. */
const agree = (strandedIds: readonly string[], agreed: readonly string[] | undefined): void => {
  if (agreed === undefined) return;
  const known = new Set(agreed.map((id) => id.toLowerCase()));
  if (strandedIds.some((id) => !known.has(id))) throw strandedChanged(strandedIds.length);
};

/**
 * Puts new schedules in the place of the old ones and brings the coming dates after them. `agreed`: the dates with
 * people that may go; undefined = any.
 */
export const replaceSchedules = async (
  tx: Transaction,
  now: Date,
  offeringId: string,
  wanted: readonly Schedule[],
  agreed?: readonly string[],
): Promise<void> => {
  const [offering] = await tx.query<{ id: string; municipalityCode: string }>(
    sql`select id, municipality_code as "municipalityCode" from offerings where id = ${offeringId}`,
  );
  if (!offering) return;
  const change = await plan(
    (statement) => tx.query(statement),
    now,
    offering,
    wanted,
    raw('for update'),
    raw('true'),
  );
  agree(change.strandedIds, agreed);
  const { kept, fresh, gone } = change.schedules;
  await updateSchedules(tx, kept);
  await tx.query(sql`update schedules set replaced_at = ${now} where id = any(${[...gone]}::uuid[])`);
  await insertSchedules(tx, now, offeringId, fresh);
  await keepDates(tx, now, change.plan);
  await dropDates(
    tx,
    now,
    change.plan.stranded.map(({ id }) => id),
  );
  await materialiseOfferings(tx, now, [offeringId]);
};

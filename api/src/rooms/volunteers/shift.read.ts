import sql, { type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { groupedById, defineLoader } from '../../platform/loader.ts';
import { isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import type { PlaceStatus, ShiftList, SwapStatus } from './volunteer.words.ts';

/** A shift as resolvers and services read it. */
export interface ShiftRow {
  readonly id: string;
  readonly organisationId: string;
  readonly occurrenceId: string;
  readonly role: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly needed: number;
  readonly taken: number;
  /** Its date does not take place, or has no time for now. */
  readonly isCancelled: boolean;
}

/** A volunteer on a shift. */
export interface ShiftPlaceRow {
  readonly id: string;
  readonly shiftId: string;
  readonly organisationId: string;
  readonly personId: string | null;
  readonly status: PlaceStatus;
  readonly minutesWorked: number | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
}

/** A request to take over a shift. */
export interface ShiftSwapRow {
  readonly id: string;
  readonly organisationId: string;
  readonly shiftId: string;
  readonly placeId: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly status: SwapStatus;
  readonly askedAt: Date;
  readonly startsAt: Date;
  readonly isCancelled: boolean;
}

const shiftColumns = sql`s.id, s.organisation_id as "organisationId", s.occurrence_id as "occurrenceId", s.role,
  s.starts_at as "startsAt", s.ends_at as "endsAt", s.needed, s.taken, c.status <> 'SCHEDULED' as "isCancelled"`;
const placeColumns = sql`p.id, p.shift_id as "shiftId", p.organisation_id as "organisationId", p.person_id as "personId",
  p.status, p.minutes_worked as "minutesWorked", s.starts_at as "startsAt", s.ends_at as "endsAt",
  c.status <> 'SCHEDULED' as "isCancelled"`;
const swapColumns = sql`w.id, w.organisation_id as "organisationId", w.shift_id as "shiftId", w.place_id as "placeId",
  w.from_person_id as "fromPersonId", w.to_person_id as "toPersonId", w.status, w.asked_at as "askedAt",
  s.starts_at as "startsAt", c.status <> 'SCHEDULED' as "isCancelled"`;
const shifts = sql`shifts s join occurrences c on c.id = s.occurrence_id`;
const held = sql`('TAKEN', 'WORKED', 'MISSED')`;

/** Shifts are for the people of their organisation alone. */
const shiftsVisibleTo = (viewer: Viewer): Sql =>
  isSystem(viewer) ? sql`true` : sql`s.organisation_id = any(${organisationsOf(viewer)}::uuid[])`;

/** One's own place, and as a coordinator everyone's. */
const placesVisibleTo = (viewer: Viewer): Sql =>
  isSystem(viewer)
    ? sql`true`
    : sql`(p.person_id = ${viewer.personId}::uuid or p.organisation_id = any(${organisationsOf(viewer, 'COORDINATOR')}::uuid[]))`;

const swapsVisibleTo = (viewer: Viewer): Sql =>
  isSystem(viewer)
    ? sql`true`
    : sql`(${viewer.personId}::uuid in (w.from_person_id, w.to_person_id)
        or w.organisation_id = any(${organisationsOf(viewer, 'COORDINATOR')}::uuid[]))`;

/** The anonymous role has no right to these tables at all. */
const rowsFor = async <Row>(hub: Hub, viewer: Viewer, statement: Sql): Promise<Row[]> =>
  viewer.kind === 'anonymous' ? [] : hub.db.read<Row>(viewer, statement);

export const readShifts = (hub: Hub, viewer: Viewer, ids: readonly string[]): Promise<ShiftRow[]> =>
  rowsFor(
    hub,
    viewer,
    sql`select ${shiftColumns} from ${shifts} where s.id = any(${[...ids]}::uuid[]) and ${shiftsVisibleTo(viewer)}`,
  );

export const shiftLoader = defineLoader(async (hub, viewer, ids) => {
  const rows = new Map((await readShifts(hub, viewer, ids)).map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id) ?? null);
});

const listed = (list: ShiftList, viewer: Viewer, now: Date): Sql => {
  const mine = sql`exists (select 1 from shift_places p where p.shift_id = s.id
    and p.person_id = ${viewer.personId}::uuid and p.status in ${held})`;
  if (list === 'TO_CONFIRM')
    return sql`s.ends_at <= ${now} and c.status = 'SCHEDULED' and exists (select 1 from shift_places p where p.shift_id = s.id
      and p.status = 'TAKEN' and ${placesVisibleTo(viewer)})`;
  if (list === 'MINE') return sql`s.ends_at > ${now} and ${mine}`;
  if (list === 'OPEN')
    return sql`s.starts_at > ${now} and s.taken < s.needed and c.status = 'SCHEDULED' and not ${mine}`;
  return sql`s.ends_at > ${now}`;
};

/** The next 100 shifts of an organisation, soonest first; of one date all of them, also past ones. */
export const listShifts = (
  hub: Hub,
  viewer: Viewer,
  organisationId: string,
  list: ShiftList,
  occurrenceId: string | null,
): Promise<ShiftRow[]> =>
  rowsFor(
    hub,
    viewer,
    sql`select ${shiftColumns} from ${shifts}
        where s.organisation_id = ${organisationId} and ${shiftsVisibleTo(viewer)} and ${
          occurrenceId === null
            ? listed(list, viewer, hub.clock.now())
            : sql`s.occurrence_id = ${occurrenceId}::uuid`
        }
        order by s.starts_at, s.id limit 100`,
  );

/** Those on a shift, as far as the viewer may see them. */
export const placesOfShiftLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(
    ids,
    await rowsFor<ShiftPlaceRow>(
      hub,
      viewer,
      sql`select ${placeColumns} from shift_places p join ${shifts} on s.id = p.shift_id
          where p.shift_id = any(${[...ids]}::uuid[]) and p.status in ('TAKEN', 'WORKED', 'MISSED', 'CANCELLED')
            and ${placesVisibleTo(viewer)}
          order by p.taken_at, p.id`,
    ),
    ({ shiftId }) => shiftId,
  ),
);

export const readPlace = async (hub: Hub, viewer: Viewer, id: string): Promise<ShiftPlaceRow | null> => {
  const [row] = await rowsFor<ShiftPlaceRow>(
    hub,
    viewer,
    sql`select ${placeColumns} from shift_places p join ${shifts} on s.id = p.shift_id
        where p.id = ${id} and ${placesVisibleTo(viewer)}`,
  );
  return row ?? null;
};

/** Other shifts of the viewer that run at the same time, by shift. */
export const overlapLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(
    ids,
    await rowsFor<{ shiftId: string; otherId: string }>(
      hub,
      viewer,
      sql`select s.id as "shiftId", o.id as "otherId" from ${shifts}
          join shift_places p on p.person_id = ${viewer.personId}::uuid and p.status = 'TAKEN'
          join shifts o on o.id = p.shift_id and o.id <> s.id and o.starts_at < s.ends_at and s.starts_at < o.ends_at
          where s.id = any(${[...ids]}::uuid[]) and ${shiftsVisibleTo(viewer)}`,
    ),
    ({ shiftId }) => shiftId,
  ),
);

/** Requests that wait, on coming shifts: one's own and those to oneself; as a coordinator all. */
export const listSwaps = (hub: Hub, viewer: Viewer, organisationId: string): Promise<ShiftSwapRow[]> =>
  rowsFor(
    hub,
    viewer,
    sql`select ${swapColumns} from shift_swaps w join ${shifts} on s.id = w.shift_id
        where w.organisation_id = ${organisationId} and w.status = 'ASKED' and s.starts_at > ${hub.clock.now()}
          and ${swapsVisibleTo(viewer)}
        order by w.asked_at, w.id limit 100`,
  );

export const readSwap = async (hub: Hub, viewer: Viewer, id: string): Promise<ShiftSwapRow | null> => {
  const [row] = await rowsFor<ShiftSwapRow>(
    hub,
    viewer,
    sql`select ${swapColumns} from shift_swaps w join ${shifts} on s.id = w.shift_id
        where w.id = ${id} and ${swapsVisibleTo(viewer)}`,
  );
  return row ?? null;
};

/** The request that waits on a place. */
export const swapOfPlaceLoader = defineLoader(async (hub, viewer, ids) => {
  const rows = await rowsFor<ShiftSwapRow>(
    hub,
    viewer,
    sql`select ${swapColumns} from shift_swaps w join ${shifts} on s.id = w.shift_id
        where w.place_id = any(${[...ids]}::uuid[]) and w.status = 'ASKED' and ${swapsVisibleTo(viewer)}`,
  );
  const found = new Map(rows.map((row) => [row.placeId, row]));
  return ids.map((id) => found.get(id) ?? null);
});

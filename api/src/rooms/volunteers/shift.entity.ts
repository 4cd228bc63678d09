import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isViewer, secured } from '../../platform/db/row-security.ts';
import { Occurrence } from '../offerings/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Person } from '../people/index.ts';
import { Region } from '../regions/index.ts';
import {
  placeStatuses,
  sqlList,
  swapStatuses,
  type PlaceStatus,
  type SwapStatus,
} from './volunteer.words.ts';

const member = inSession('organisation_id', 'app.orgs');
const coordinates = inSession('organisation_id', 'app.coordinates');

/** A volunteer role on a date, with its own number of places (DOMAIN.md §3): one host's, for its own people. */
export const Shift = defineEntity({
  name: 'Shift',
  tableName: 'shifts',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    occurrence: () => p.manyToOne(Occurrence).mapToPk().deleteRule('cascade'),
    /** What there is to do, in the association's own words. */
    role: p.text(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    needed: p.integer(),
    /** Places taken; a trigger of `volunteer.sql.ts` counts them. */
    taken: p.integer().default(0),
    createdAt: p.datetime(),
  },
  checks: [
    { name: 'shifts_times', expression: 'ends_at > starts_at' },
    { name: 'shifts_needed', expression: 'needed between 1 and 50' },
    { name: 'shifts_taken', expression: 'taken between 0 and needed' },
  ],
  indexes: [{ properties: ['organisation', 'startsAt'] }, { properties: ['occurrence'] }],
  ...secured('shifts', { read: member, write: coordinates }),
});

/** A volunteer on a shift, and the minutes that they worked there once a coordinator has confirmed them. */
export const ShiftPlace = defineEntity({
  name: 'ShiftPlace',
  tableName: 'shift_places',
  properties: {
    id: p.uuid().primary(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    shift: () => p.manyToOne(Shift).mapToPk().deleteRule('cascade'),
    /** Null two years after: the hours stay, without whose they were. */
    person: () => p.manyToOne(Person).nullable().mapToPk(),
    status: p.text().$type<PlaceStatus>(),
    takenAt: p.datetime(),
    minutesWorked: p.integer().nullable(),
    confirmedAt: p.datetime().nullable(),
    remindedAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'shift_places_status', expression: `status in (${sqlList(placeStatuses)})` },
    { name: 'shift_places_minutes', expression: 'minutes_worked between 0 and 1440' },
    {
      name: 'shift_places_confirmed',
      expression: `(status = 'WORKED') = (minutes_worked is not null) and (status in ('WORKED', 'MISSED')) = (confirmed_at is not null)`,
    },
  ],
  indexes: [
    {
      name: 'shift_places_one',
      expression:
        'create unique index "shift_places_one" on "shift_places" ("shift_id", "person_id") ' +
        `where "status" in ('TAKEN', 'WORKED', 'MISSED')`,
    },
    { properties: ['person', 'status'] },
  ],
  // Volunteers take and give back through the system, after the shift was read with their own rights.
  ...secured('shift_places', {
    read: `(${isViewer('person_id')}) or (${coordinates})`,
    write: coordinates,
    insert: 'false',
  }),
});

/** A volunteer asks a colleague to take over a shift. */
export const ShiftSwap = defineEntity({
  name: 'ShiftSwap',
  tableName: 'shift_swaps',
  properties: {
    id: p.uuid().primary(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    shift: () => p.manyToOne(Shift).mapToPk().deleteRule('cascade'),
    place: () => p.manyToOne(ShiftPlace).mapToPk().deleteRule('cascade'),
    fromPerson: () => p.manyToOne(Person).mapToPk(),
    toPerson: () => p.manyToOne(Person).mapToPk(),
    status: p.text().$type<SwapStatus>(),
    askedAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'shift_swaps_status', expression: `status in (${sqlList(swapStatuses)})` },
    { name: 'shift_swaps_answered', expression: `(status = 'ASKED') = (answered_at is null)` },
    { name: 'shift_swaps_two', expression: 'from_person_id <> to_person_id' },
  ],
  indexes: [
    {
      name: 'shift_swaps_open',
      expression: `create unique index "shift_swaps_open" on "shift_swaps" ("place_id") where "status" = 'ASKED'`,
    },
    { properties: ['organisation', 'askedAt'] },
  ],
  ...secured('shift_swaps', {
    read: `(${isViewer('from_person_id')}) or (${isViewer('to_person_id')}) or (${coordinates})`,
    write: 'false',
  }),
});

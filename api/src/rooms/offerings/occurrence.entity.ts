import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Translated } from '../../platform/i18n/localized-text.ts';
import { Region } from '../regions/index.ts';
import { securedByHosts } from './host.security.ts';
import { Offering } from './offering.entity.ts';
import { Place } from './place.entity.ts';
import { timeKinds, type TimeKind } from './schedule/index.ts';
import { occurrenceStatuses, sqlList, type OccurrenceStatus } from './offering.words.ts';

/** When an offering takes place: the truth from which occurrences are made. */
export const Schedule = defineEntity({
  name: 'Schedule',
  tableName: 'schedules',
  properties: {
    id: p.uuid().primary(),
    offering: () => p.manyToOne(Offering).mapToPk(),
    hostIds: p.array().columnType('uuid[]'),
    isPublic: p.boolean(),
    /** Wall time of the first date, '2026-12-01T17:00'. */
    startsAtLocal: p.text(),
    timeZone: p.text(),
    durationMinutes: p.integer(),
    /** RRULE value of RFC 5545 §3.3.10; null = takes place once. */
    rule: p.text().nullable(),
    timeKind: p.text().$type<TimeKind>().default('TIMED'),
    /** Days left out, '2026-12-24'. */
    skippedOn: p.array().columnType('text[]').defaultRaw(`'{}'`),
    /** Starts beside the rule, as wall times. */
    extraStarts: p.array().columnType('text[]').defaultRaw(`'{}'`),
    skipsHolidays: p.boolean().default(false),
    skipsSchoolBreaks: p.boolean().default(false),
    position: p.integer(),
    createdAt: p.datetime(),
    /** Since when another one stands in its place; its past dates still name it. */
    replacedAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'schedules_duration', expression: 'duration_minutes between 5 and 10080' },
    { name: 'schedules_time_kind', expression: `time_kind in (${sqlList(timeKinds)})` },
  ],
  indexes: [{ properties: ['offering', 'position'] }],
  ...securedByHosts('schedules'),
});

/**
 * One dated instance of an offering. A coming date that its schedule no longer has is deleted when nobody has a
 * place on it, so what refers to occurrences goes with them (`on delete cascade`).
 */
export const Occurrence = defineEntity({
  name: 'Occurrence',
  tableName: 'occurrences',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    offering: () => p.manyToOne(Offering).mapToPk(),
    schedule: () => p.manyToOne(Schedule).mapToPk(),
    hostIds: p.array().columnType('uuid[]'),
    isPublic: p.boolean(),
    /** Stands in the public list: its offering is PUBLISHED. */
    isListed: p.boolean(),
    /** Wall time as the rule gave it: the date's identity in its series (RECURRENCE-ID). */
    originalStartLocal: p.text(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    timeKind: p.text().$type<TimeKind>().default('TIMED'),
    status: p.text().$type<OccurrenceStatus>(),
    cancelledAt: p.datetime().nullable(),
    cancelReasons: p.json<Translated[]>(),
    /** When a host last gave it a time or place of its own, which other times for its series leave alone. */
    movedAt: p.datetime().nullable(),
    /** Why it was moved or postponed. */
    changeReasons: p.json<Translated[]>().defaultRaw(`'[]'`),
    /** Its own place; null = the offering's. */
    place: () => p.manyToOne(Place).mapToPk().nullable(),
    /** Places; null = no limit. */
    capacity: p.integer().nullable(),
    /** Places taken, in persons. */
    taken: p.integer().default(0),
    /** Volunteers on shift; their room counts them. */
    helping: p.integer().default(0),
    /** Parties that wait for a place; those whom one is offered hold it already and wait no more. */
    waiting: p.integer().default(0),
    /** The last number given out in the waiting list. */
    lastWaitingNumber: p.integer().default(0),
    /** Places kept for people who come by referral, and how many of all places they have taken. */
    held: p.integer().default(0),
    heldTaken: p.integer().default(0),
    /** Persons who came without a sign-up, counted at the door. */
    walkIns: p.integer().default(0),
  },
  uniques: [{ name: 'occurrences_series', properties: ['schedule', 'originalStartLocal'] }],
  checks: [
    { name: 'occurrences_time_kind', expression: `time_kind in (${sqlList(timeKinds)})` },
    { name: 'occurrences_status', expression: `status in (${sqlList(occurrenceStatuses)})` },
    { name: 'occurrences_cancelled', expression: `(status = 'CANCELLED') = (cancelled_at is not null)` },
    { name: 'occurrences_times', expression: 'ends_at > starts_at' },
    { name: 'occurrences_seats', expression: 'taken >= 0 and (capacity is null or taken <= capacity)' },
    { name: 'occurrences_walk_ins', expression: 'walk_ins between 0 and 10000' },
    {
      name: 'occurrences_waiting',
      expression: 'waiting >= 0 and held >= 0 and held_taken between 0 and taken',
    },
  ],
  indexes: [
    { properties: ['offering', 'startsAt'] },
    {
      name: 'occurrences_list',
      // The end stands in the key, so that dates that are over are passed by without reading their rows.
      expression:
        'create index "occurrences_list" on "occurrences" ("starts_at", "id", "ends_at") where "is_listed"',
    },
  ],
  ...securedByHosts('occurrences'),
});

import { raw, type Sql } from 'sql-template-tag';
import type { Translated } from '../../platform/i18n/localized-text.ts';
import type { OccurrenceStatus } from './offering.words.ts';
import type { TimeKind } from './schedule/index.ts';

/** A dated instance as resolvers and other rooms read it. */
export interface OccurrenceRow {
  readonly id: string;
  readonly offeringId: string;
  readonly hostIds: readonly string[];
  readonly isPublic: boolean;
  /** Its offering is PUBLISHED. */
  readonly isListed: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeKind: TimeKind;
  readonly status: OccurrenceStatus;
  readonly cancelledAt: Date | null;
  readonly cancelReasons: readonly Translated[];
  /** When a host gave it a time or place of its own. */
  readonly movedAt: Date | null;
  /** When its rule would have it start; null when it does. */
  readonly previousStartsAt: Date | null;
  /** Why it was moved or postponed. */
  readonly changeReasons: readonly Translated[];
  /** Its own place; null = the offering's. */
  readonly placeId: string | null;
  /** Null = no limit. */
  readonly capacity: number | null;
  /** Persons. */
  readonly taken: number;
  /** Parties that wait for a place. */
  readonly waiting: number;
  /** Places kept for people who come by referral, and how many they have taken. */
  readonly held: number;
  readonly heldTaken: number;
}

/** The columns of an `OccurrenceRow`, for a statement on `occurrences c`. */
export const occurrenceColumns: Sql = raw(
  `c.id, c.offering_id as "offeringId", c.host_ids as "hostIds", c.is_public as "isPublic", c.is_listed as "isListed",
   c.starts_at as "startsAt", c.ends_at as "endsAt", c.time_kind as "timeKind", c.status, c.cancelled_at as "cancelledAt",
   c.cancel_reasons as "cancelReasons", c.moved_at as "movedAt", c.change_reasons as "changeReasons",
   c.place_id as "placeId",
   case when c.moved_at is not null then
     nullif(c.original_start_local::timestamp at time zone 'Europe/Helsinki', c.starts_at) end as "previousStartsAt", c.capacity, c.taken,
   c.waiting, c.held, c.held_taken as "heldTaken"`,
);

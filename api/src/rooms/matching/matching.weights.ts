import type { MatchWish } from './matching.words.ts';

/**
 * What a wish weighs against the others: the order of matches is made of these numbers alone (api/docs/matching.md).
 * All of them are above 0, so that meeting a wish never counts against an offering.
 */
export const wishWeights: Readonly<Record<MatchWish, number>> = {
  // Whoever writes words looks for something known.
  TEXT: 12,
  // Without a shared language, and without somebody who looks after the child, nobody can come at all.
  LANGUAGE: 10,
  CHILD_CARE: 9,
  STEP_FREE: 9,
  WOMEN_ONLY: 9,
  AGE: 8,
  TIMES: 7,
  DISTANCE: 6,
  TRANSPORT: 6,
  THEMES: 6,
  CHILDREN: 6,
  FINNISH: 5,
  // A full group has a waiting list, and a price can be talked about.
  ROOM: 4,
  FREE: 3,
};

/** What counts beside the wishes, between offerings that meet them alike. */
export const extraWeights = { nearness: 3, freshness: 1, soonness: 1 } as const;

/** A wish is met by a grade from here on; grades run from 0 to 1000. */
export const metFrom = 500;

export const limits = {
  /** No need of a bus. */
  walkableKm: 2,
  /** Farther is all the same. */
  reachKm: 60,
  /** Free times are compared with the dates of so many days. */
  comingDays: 42,
  /** Untouched for so long, a text may have become wrong. */
  freshDays: 180,
  staleDays: 365,
  /** How far a client travels unless told. */
  travelKm: 25,
} as const;

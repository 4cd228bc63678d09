import type { PartOfDay } from '../offerings/index.ts';

/** A part of a weekday, 1 = Monday … 7 = Sunday. */
export interface FreeTime {
  readonly weekday: number;
  readonly part: PartOfDay;
}

/** What can be wished for, each to be met or not, and to be dropped. */
export const matchWishes = [
  'TEXT',
  'LANGUAGE',
  'DISTANCE',
  'TIMES',
  'THEMES',
  'FINNISH',
  'AGE',
  'WOMEN_ONLY',
  'CHILDREN',
  'CHILD_CARE',
  'STEP_FREE',
  'TRANSPORT',
  'FREE',
  'ROOM',
] as const;
export type MatchWish = (typeof matchWishes)[number];

/** What is found about a wish, or about an offering that no wish asked about. */
export const matchCodes = [
  'HAS_WORDS',
  'OTHER_WORDS',
  'IN_LANGUAGE',
  'NOT_IN_LANGUAGE',
  'WALKABLE',
  'NEAR',
  'TOO_FAR',
  'ONLINE',
  'DISTANCE_UNKNOWN',
  'AT_FREE_TIME',
  'NOT_AT_FREE_TIME',
  'NO_DATES',
  'HAS_THEME',
  'OTHER_THEMES',
  'NO_FINNISH_NEEDED',
  'FINNISH_ENOUGH',
  'MORE_FINNISH_NEEDED',
  'FOR_AGE',
  'OTHER_AGE',
  'FOR_WOMEN',
  'NOT_ONLY_WOMEN',
  'FOR_MEN',
  'CHILDREN_WELCOME',
  'NO_CHILDREN',
  'HAS_CHILD_CARE',
  'NO_CHILD_CARE',
  'IS_STEP_FREE',
  'NOT_STEP_FREE',
  'TRANSPORT_HELP',
  'NO_TRANSPORT_HELP',
  'IS_FREE',
  'COSTS',
  'ROOM_LEFT',
  'NO_LIMIT',
  'FULL',
  'ASK_ABOUT_HEARING',
  'ASK_ABOUT_SIGHT',
  'NOT_UPDATED_LATELY',
] as const;
export type MatchCode = (typeof matchCodes)[number];

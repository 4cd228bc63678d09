/** The one channel by which someone is reached. */
export const contactKinds = ['MAIL', 'PHONE'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Where a sign-up stands (DOMAIN.md §3). */
export const signUpStatuses = ['CONFIRMED', 'WAITLISTED', 'CANCELLED', 'ATTENDED', 'NO_SHOW'] as const;
export type SignUpStatus = (typeof signUpStatuses)[number];

/** `'A', 'B'`, for an SQL check. */
export const sqlList = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** What a person may ask for, where the offering asks (DOMAIN.md §3). */
export const needs = ['INTERPRETER', 'CHILD_CARE', 'STEP_FREE'] as const;
export type Need = (typeof needs)[number];

/** Whether one can sign up to a date now, and to what. */
export const signUpStates = ['OPEN', 'WAITING_LIST', 'FULL', 'NOT_YET', 'CLOSED', 'NOT_TAKEN'] as const;
export type SignUpState = (typeof signUpStates)[number];

/** What happens to somebody in a waiting list. */
export const waitingMoves = ['PROMOTED', 'OFFERED', 'ACCEPTED', 'LAPSED'] as const;
export type WaitingMove = (typeof waitingMoves)[number];

/** Why it happens. */
export const waitingCauses = [
  'PLACE_GIVEN_BACK',
  'MORE_PLACES',
  'HELD_RELEASED',
  'OFFER_LAPSED',
  'PERSON_ANSWERED',
] as const;
export type WaitingCause = (typeof waitingCauses)[number];

/** Five bands are enough for matching; a birth date is never asked (GDPR 5). */
export const ageBands = ['UNDER_18', 'FROM_18_TO_29', 'FROM_30_TO_49', 'FROM_50_TO_64', 'FROM_65'] as const;
export type AgeBand = (typeof ageBands)[number];
/** As it is told to others: the caseworker may keep it back. */
export type ToldAgeBand = AgeBand | 'NOT_TOLD';

/** What a client needs to be able to come. */
export const accessNeeds = [
  'STEP_FREE',
  'CHILD_CARE',
  'TRANSPORT',
  'WOMEN_ONLY',
  'HEARING',
  'SIGHT',
] as const;
export type AccessNeed = (typeof accessNeeds)[number];

/** Finnish by the Common European Framework, as matching uses it. */
export const clientFinnishLevels = ['NONE', 'A1', 'A2', 'B1', 'B2'] as const;
export type ClientFinnishLevel = (typeof clientFinnishLevels)[number];

/** The one channel by which a client is reached. */
export const clientContactKinds = ['MAIL', 'PHONE'] as const;
export type ClientContactKind = (typeof clientContactKinds)[number];

/** How a consent was given. */
export const consentMethods = ['SPOKEN', 'PAPER', 'LINK'] as const;
export type ConsentMethod = (typeof consentMethods)[number];

/** Tier 2 (DOMAIN.md §4.1): told one by one, when the receiver asks with a reason and the referrer grants it. */
export const detailFields = ['FAMILY_NAME', 'BIRTH_YEAR', 'HOME_ADDRESS', 'CHILDREN', 'HEALTH'] as const;
export type DetailField = (typeof detailFields)[number];

/** What a consent can disclose: the fields of tier 1, and of tier 2. */
export const consentFields = ['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE', ...detailFields] as const;
export type ConsentField = (typeof consentFields)[number];

/** What a reviewer thinks of a broken glass. */
export const emergencyVerdicts = ['JUSTIFIED', 'NOT_JUSTIFIED'] as const;
export type EmergencyVerdict = (typeof emergencyVerdicts)[number];

/** An offer of a client to another municipality. */
export const clientMoveStates = ['OFFERED', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED'] as const;
export type ClientMoveState = (typeof clientMoveStates)[number];

/** `column in ('A', 'B')`, for an SQL check. */
export const isOneOf = (column: string, words: readonly string[]): string =>
  `${column} in (${words.map((word) => `'${word}'`).join(', ')})`;

/** `column <@ array['A', 'B']`, for an SQL check of a list. */
export const areAllOf = (column: string, words: readonly string[]): string =>
  `${column} <@ array[${words.map((word) => `'${word}'`).join(', ')}]::text[]`;

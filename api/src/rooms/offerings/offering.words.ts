/** Kinds of offering (DOMAIN.md §3). */
export const offeringKinds = ['PEER_SUPPORT', 'EVENT', 'VOLUNTEER_EVENT', 'COURSE', 'ADVICE'] as const;
export type OfferingKind = (typeof offeringKinds)[number];

export const offeringStatuses = ['DRAFT', 'PUBLISHED', 'ARCHIVED'] as const;
export type OfferingStatus = (typeof offeringStatuses)[number];

/** Finnish that is needed to take part, by the CEFR scale, easiest first. */
export const finnishLevels = ['NONE', 'A1', 'A2', 'B1', 'B2'] as const;
export type FinnishLevel = (typeof finnishLevels)[number];

export const audiences = [
  'EVERYONE',
  'FAMILIES',
  'CHILDREN',
  'YOUNG_PEOPLE',
  'ADULTS',
  'SENIORS',
  'WOMEN',
  'MEN',
] as const;
export type Audience = (typeof audiences)[number];

export const translationStates = ['CURRENT', 'OUTDATED', 'DRAFT'] as const;
export type TranslationState = (typeof translationStates)[number];

/** The parts of an offering's text, in the order in which they are read. */
export const textFields = ['title', 'summary', 'description'] as const;
export type TextField = (typeof textFields)[number];

export const occurrenceStatuses = ['SCHEDULED', 'POSTPONED', 'CANCELLED'] as const;
export type OccurrenceStatus = (typeof occurrenceStatuses)[number];

/** What a host may do to one date of a series. */
export const occurrenceChangeKinds = ['CANCELLED', 'POSTPONED', 'MOVED'] as const;
export type OccurrenceChangeKind = (typeof occurrenceChangeKinds)[number];

/** When on a day something begins: before 12, before 17, later. On the clocks of Helsinki. */
export const partsOfDay = ['MORNING', 'AFTERNOON', 'EVENING'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** How often an offering takes place: on dates of its own, or by a rule that repeats. */
export const rhythms = ['ONCE', 'REGULAR'] as const;
export type Rhythm = (typeof rhythms)[number];

/** A list of words as an SQL check reads it. */
export const sqlList = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** What a volunteer is good at: a fixed list, so that everyone reads it in their own language. */
export const skills = [
  'CHILDREN',
  'COMPUTERS',
  'COOKING',
  'CRAFTS',
  'DRIVING',
  'FINNISH',
  'FIRST_AID',
  'GROUPS',
  'INTERPRETING',
  'MUSIC',
  'SPORTS',
] as const;
export type Skill = (typeof skills)[number];

/** Where a volunteer's place on a shift stands. */
export const placeStatuses = ['TAKEN', 'WORKED', 'MISSED', 'WITHDRAWN', 'CANCELLED'] as const;
export type PlaceStatus = (typeof placeStatuses)[number];

/** Where a request to take over somebody's shift stands. */
export const swapStatuses = ['ASKED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK'] as const;
export type SwapStatus = (typeof swapStatuses)[number];

export const swapAnswers = ['ACCEPT', 'DECLINE', 'TAKE_BACK'] as const;
export type SwapAnswer = (typeof swapAnswers)[number];

/** Which shifts are listed. */
export const shiftLists = ['COMING', 'OPEN', 'MINE', 'TO_CONFIRM'] as const;
export type ShiftList = (typeof shiftLists)[number];

/** `'A', 'B'`, for an SQL check. */
export const sqlList = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** The one channel by which someone is reached. */
export const contactKinds = ['MAIL', 'PHONE'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Where a sign-up stands (DOMAIN.md §3). */
export const signUpStatuses = ['CONFIRMED', 'WAITLISTED', 'CANCELLED', 'ATTENDED', 'NO_SHOW'] as const;
export type SignUpStatus = (typeof signUpStatuses)[number];

/** `'A', 'B'`, for an SQL check. */
export const sqlList = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

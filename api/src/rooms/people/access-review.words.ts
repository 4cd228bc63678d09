/** What somebody who goes through the members decides on one of them. */
export const reviewDecisions = ['KEEP', 'END'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** Kinds of organisation (DOMAIN.md §3). */
export const organisationKinds = [
  'CITY',
  'MUNICIPALITY',
  'ASSOCIATION',
  'CONGREGATION',
  'SCHOOL',
  'AUTHORITY',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Kinds that may apply on the public page; cities and municipalities are founded with the network. */
export const kindsThatApply: readonly OrganisationKind[] = [
  'ASSOCIATION',
  'CONGREGATION',
  'SCHOOL',
  'AUTHORITY',
];

export const organisationStatuses = ['APPLIED', 'VERIFIED', 'REJECTED'] as const;
export type OrganisationStatus = (typeof organisationStatuses)[number];

export const verificationDecisions = ['VERIFY', 'REJECT'] as const;
export type VerificationDecision = (typeof verificationDecisions)[number];

/** Why an organisation receives no referral. */
export type NoReferralsReason = 'NOT_VERIFIED' | 'NO_AGREEMENT' | 'AGREEMENT_EXPIRED';

/** Words as an SQL check lists them: 'A', 'B'. */
export const sqlList = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

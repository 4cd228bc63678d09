import type { NoReferralsReason, OrganisationStatus } from './organisation.words.ts';

/** What decides whether an organisation receives referrals. */
export interface ReadinessFacts {
  readonly status: OrganisationStatus;
  /** ISO date, the agreement's last day; null without one. */
  readonly agreementValidUntil: string | null;
}

/** Why an organisation receives no referral on that day (ISO date); null when it does. */
export const whyNoReferrals = (facts: ReadinessFacts, today: string): NoReferralsReason | null => {
  if (facts.status !== 'VERIFIED') return 'NOT_VERIFIED';
  if (facts.agreementValidUntil === null) return 'NO_AGREEMENT';
  return facts.agreementValidUntil < today ? 'AGREEMENT_EXPIRED' : null;
};

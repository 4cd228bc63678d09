import type { ReferralRow } from './referral.row.ts';
import type { GivenConsent } from './referral.tier.ts';

/** The consent that a referral's row rests on; null before there is one. */
export const consentOf = (row: ReferralRow): GivenConsent | null =>
  row.consentFields && row.consentExpiresAt
    ? { fields: row.consentFields, expiresAt: row.consentExpiresAt, withdrawnAt: row.consentWithdrawnAt }
    : null;

import { consentOf } from './referral.consent.ts';
import type { ReferralRow } from './referral.row.ts';
import { receiverTier } from './referral.tier.ts';

/** A client has places on dates while the receiver may know who they are and nothing is interrupted. */
export const canBeSignedUp = (row: ReferralRow, now: Date): boolean =>
  (row.state === 'ACCEPTED' || row.state === 'IN_PROGRESS') &&
  receiverTier(row.state, consentOf(row), now) === 1;

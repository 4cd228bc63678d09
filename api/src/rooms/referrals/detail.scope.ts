import { detailFields, type DetailField } from '../clients/index.ts';
import { stateFacts } from './referral.machine.ts';
import type { ReferralRow } from './referral.row.ts';
import { receiverTier } from './referral.tier.ts';
import { consentOf } from './referral.consent.ts';

/** Details are asked for and granted while the receiver may know who the client is, and nothing has ended. */
export const canHaveDetails = (row: ReferralRow, now: Date): boolean =>
  !stateFacts[row.state].isEnded && receiverTier(row.state, consentOf(row), now) === 1;

/** What of tier 2 the client's consent names. */
export const detailsInScope = ({ consentFields }: ReferralRow): DetailField[] =>
  detailFields.filter((field) => consentFields?.includes(field));

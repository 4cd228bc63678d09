import {
  association_why_agreement_expired,
  association_why_no_agreement,
  association_why_not_verified,
} from '#lib/paraglide/messages.js';

/** Why an organisation receives no referrals, in words that say what to do; `undefined` for a reason unknown here. */
export function whyNoReferrals(reason: string | null | undefined): string | undefined {
  if (reason === 'NO_AGREEMENT') return association_why_no_agreement();
  if (reason === 'AGREEMENT_EXPIRED') return association_why_agreement_expired();
  if (reason === 'NOT_VERIFIED') return association_why_not_verified();
  return undefined;
}

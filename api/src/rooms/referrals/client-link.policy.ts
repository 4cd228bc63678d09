import { definePolicy } from '../../platform/policy/policy.ts';
import { actorsOf, type ReferralFacts } from './referral.policy.ts';

/** Links are made by whoever refers; whoever holds one is the client (permission matrix: consent.record, consent.revoke). */
export const clientLinkPolicy = definePolicy('clientLink', {
  create: (viewer, referral: ReferralFacts) => actorsOf(viewer, referral).has('referrer'),
});

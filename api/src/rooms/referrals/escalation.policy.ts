import { definePolicy } from '../../platform/policy/policy.ts';
import { isNetworkAdmin } from '../../platform/policy/viewer.ts';

/** Metadata only (permission matrix: referral.read.tier0, network_admin). */
export const escalationPolicy = definePolicy('referral', {
  listEscalations: (viewer, _all: null) => isNetworkAdmin(viewer),
});

import { definePolicy } from '../../platform/policy/policy.ts';
import { isNetworkAdmin, organisationsOf } from '../../platform/policy/viewer.ts';

/** Rules about how personal data are kept, not about any person (permission matrix: erase/retention.run). */
export const protectionPolicy = definePolicy('protection', {
  /** Those who answer for it, and those who keep the installation: it tells of fields and of no person. */
  readRecord: (viewer, _all: null) =>
    isNetworkAdmin(viewer) || organisationsOf(viewer, 'DATA_PROTECTION_OFFICER').length > 0,
});

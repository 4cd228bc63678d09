import { definePolicy } from '../../platform/policy/policy.ts';
import { isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';

/** Who may look for what fits: whoever may refer (permission matrix: referral.create). */
export const matchingPolicy = definePolicy('matching', {
  find: (viewer, _needs: null) =>
    isSystem(viewer) || organisationsOf(viewer, 'CASEWORKER', 'MANAGER', 'COORDINATOR').length > 0,

  /** Its name alone may reveal something (DOMAIN.md §8): a caseworker may find it for a client. */
  findSensitive: (viewer: Viewer, _needs: null) =>
    isSystem(viewer) || organisationsOf(viewer, 'CASEWORKER').length > 0,
});

import { definePolicy } from '../../platform/policy/policy.ts';
import { isNetworkAdmin } from '../../platform/policy/viewer.ts';
import { leadsOrganisation, type OrganisationFacts } from './person.policy.ts';

/** Who has access is reviewed by those who lead the organisation (permission matrix: member.manage). */
export const accessReviewPolicy = definePolicy('people', {
  /** Whether the viewer may have to do with reviews at all: whoever is not signed in has not. */
  useAccessReviews: (viewer, _all: null) => viewer.kind !== 'anonymous',

  readAccessReview: (viewer, review: OrganisationFacts) => leadsOrganisation(viewer, review),

  answerAccessReview: (viewer, review: OrganisationFacts) => leadsOrganisation(viewer, review),

  /** Which are overdue, by number, without anybody's name. */
  listOverdueReviews: (viewer, _all: null) => isNetworkAdmin(viewer),
});

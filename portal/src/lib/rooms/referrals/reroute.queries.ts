import { graphql } from '#lib/api/graphql.ts';
import { MatchFields } from '../clients/find.queries.ts';

/** Where a client could go instead of where they were not taken in. */
export const ReferralAlternatives = graphql(
  `
    query ReferralAlternatives($id: ID!, $languages: [BCP47!]) {
      referralAlternatives(referralId: $id, first: 5) {
        ...MatchFields
      }
    }
  `,
  [MatchFields],
);

export const RerouteReferral = graphql(`
  mutation RerouteReferral($input: RerouteReferralInput!) {
    rerouteReferral(input: $input) {
      referral {
        id
      }
    }
  }
`);

export const DiscardDraft = graphql(`
  mutation DiscardDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input) {
      referralId
    }
  }
`);

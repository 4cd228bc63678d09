import { graphql } from '#lib/api/graphql.ts';
import { Moved } from './move.queries.ts';

export const AskDetail = graphql(
  `
    mutation AskDetail($input: AskReferralDetailInput!) {
      askReferralDetail(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const GrantDetail = graphql(
  `
    mutation GrantDetail($input: GrantReferralDetailInput!) {
      grantReferralDetail(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const RefuseDetail = graphql(
  `
    mutation RefuseDetail($input: RefuseReferralDetailInput!) {
      refuseReferralDetail(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

import { graphql } from '#lib/api/graphql.ts';
import { ReferralRow } from './referral-row.queries.ts';

const ManagedRow = graphql(
  `
    fragment ManagedRow on Referral @_unmask {
      ...ReferralRow
      version
      referrerName
      viewerCan {
        withdraw
        reassign
      }
    }
  `,
  [ReferralRow],
);

/** What a municipality has under way, for whoever leads it: what is late, and a page of the rest with it. */
export const ManagerDesk = graphql(
  `
    query ManagerDesk($organisationId: ID!, $languages: [BCP47!], $after: String) {
      late: referrals(
        first: 20
        filter: { side: SENT, organisationId: $organisationId, tab: OVERDUE, open: true }
      ) {
        nodes {
          ...ManagedRow
        }
        totalCount
      }
      open: referrals(
        first: 20
        after: $after
        filter: { side: SENT, organisationId: $organisationId, open: true }
      ) {
        nodes {
          ...ManagedRow
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      caseworkers(organisationId: $organisationId) {
        personId
        displayName
        hasLeft
      }
    }
  `,
  [ManagedRow],
);

export const ReassignReferral = graphql(`
  mutation ReassignReferral($input: ReassignReferralInput!) {
    reassignReferral(input: $input) {
      referral {
        id
        version
      }
    }
  }
`);

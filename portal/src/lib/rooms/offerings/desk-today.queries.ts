import { graphql } from '#lib/api/graphql.ts';
import { DeskDateRow } from './desk-date-row.queries.ts';
import { ReferralRow } from '../referrals/referral-row.queries.ts';

/** What needs an association's people now. */
export const DeskToday = graphql(
  `
    query DeskToday($organisationId: ID!, $to: DateTime!, $languages: [BCP47!]) {
      occurrences(first: 50, filter: { organisationId: $organisationId, to: $to }) {
        nodes {
          ...DeskDateRow
        }
      }
      waiting: referrals(
        first: 20
        filter: { side: RECEIVED, organisationId: $organisationId, states: [SENT, NEEDS_INFO, ACCEPTED] }
      ) {
        nodes {
          ...ReferralRow
        }
      }
      offerings(first: 50, filter: { organisationId: $organisationId, status: PUBLISHED }) {
        nodes {
          id
          endsOn
          title(languages: $languages) {
            value
            language
          }
        }
      }
    }
  `,
  [DeskDateRow, ReferralRow],
);

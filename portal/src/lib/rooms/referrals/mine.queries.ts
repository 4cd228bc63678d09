import { graphql } from '#lib/api/graphql.ts';
import { DeskDateRow } from '../offerings/desk-date-row.queries.ts';

/** Whom somebody meets for an association, and when the groups come together. */
export const MinePage = graphql(
  `
    query MinePage($organisationId: ID!, $languages: [BCP47!]!) {
      viewer {
        assurance
      }
      referrals(first: 20, filter: { side: RECEIVED, organisationId: $organisationId, tab: MINE }) {
        nodes {
          id
          state
          firstContactDueAt
          identityHiddenBecause
          identity {
            givenName
            contactKind
            contact
            safeContactNote
          }
          offering {
            id
            title(languages: $languages) {
              value
              language
            }
            nextOccurrences(first: 3) {
              ...DeskDateRow
            }
          }
        }
      }
    }
  `,
  [DeskDateRow],
);

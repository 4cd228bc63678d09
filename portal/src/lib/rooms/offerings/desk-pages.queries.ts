import { graphql } from '#lib/api/graphql.ts';
import { DeskTranslationFragment } from './desk-translation.queries.ts';

/** The offerings of a desk, drafts and archived ones too. */
export const DeskOfferings = graphql(`
  query DeskOfferings($organisationId: ID!, $status: OfferingStatus, $languages: [BCP47!], $after: String) {
    offerings(first: 20, after: $after, filter: { organisationId: $organisationId, status: $status }) {
      nodes {
        id
        kind
        status
        endsOn
        takesReferrals
        title(languages: $languages) {
          value
          language
        }
        translations {
          language
          state
          isCopyOfSource
        }
        nextOccurrences(first: 1) {
          startsAt
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** One offering as its own people see it, with its next dates. */
export const DeskOffering = graphql(
  `
    query DeskOffering($id: ID!, $languages: [BCP47!]) {
      offering(id: $id) {
        id
        version
        status
        kind
        endsOn
        takesReferrals
        takesSignUps
        title(languages: $languages) {
          value
          language
          isFallback
        }
        summary(languages: $languages) {
          value
          language
        }
        translations {
          ...DeskTranslation
        }
        place {
          name
        }
        nextOccurrences(first: 10) {
          id
          startsAt
          endsAt
          status
          placesTaken
          capacity
        }
        viewerCan {
          update
          publish
          archive
          seeSignUps
        }
        referralClocks {
          viewerCan {
            set
          }
        }
      }
      languages {
        tag
      }
    }
  `,
  [DeskTranslationFragment],
);

import { graphql } from '#lib/api/graphql.ts';

export const ExportViewer = graphql(`
  query ExportViewer {
    viewer {
      memberships {
        id
        organisation {
          id
        }
      }
    }
  }
`);

export const ExportOfferings = graphql(`
  query ExportOfferings($organisationId: ID!, $after: String, $languages: [BCP47!]) {
    offerings(first: 100, after: $after, filter: { organisationId: $organisationId }) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        status
        title(languages: $languages) {
          value
        }
        spokenLanguages
        capacity
        priceEuroCents
        place {
          id
          name
          municipality {
            code
            name(languages: $languages) {
              value
            }
          }
        }
        translations {
          language
        }
      }
    }
  }
`);

export const ExportDates = graphql(`
  query ExportDates(
    $organisationId: ID!
    $from: DateTime!
    $to: DateTime!
    $after: String
    $languages: [BCP47!]
  ) {
    occurrences(
      first: 100
      after: $after
      filter: { organisationId: $organisationId, from: $from, to: $to }
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        startsAt
        endsAt
        status
        capacity
        placesTaken
        waitingCount
        place {
          id
          name
        }
        offering {
          id
          title(languages: $languages) {
            value
          }
        }
      }
    }
  }
`);

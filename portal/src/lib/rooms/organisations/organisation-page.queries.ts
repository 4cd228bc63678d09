import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import { OccurrenceRowFragment } from '#lib/rooms/offerings/occurrence-row.queries.ts';

/** What the public sees of an organisation: who it is, how to reach it, what it offers and when next. */
export const OrganisationPage = graphql(
  `
    query OrganisationPage($id: ID!, $languages: [BCP47!]) {
      organisation(id: $id) {
        id
        name
        kind
        status
        isExample
        languages
        email
        phone
        website
        logoUrl
        description(languages: $languages) {
          value
          language
          isFallback
        }
        municipality {
          name(languages: $languages) {
            value
          }
        }
        offerings(first: 50) {
          nodes {
            id
            kind
            status
            spokenLanguages
            title(languages: $languages) {
              value
              language
            }
          }
        }
      }
      occurrences(first: 10, filter: { organisationId: $id }) {
        nodes {
          ...OccurrenceRow
        }
      }
    }
  `,
  [OccurrenceRowFragment],
);

export type OrganisationPageOrganisation = NonNullable<ResultOf<typeof OrganisationPage>['organisation']>;

import { graphql } from '#lib/api/graphql.ts';
import { FilterChoicesFragment } from '#lib/rooms/offerings/upcoming.queries.ts';

/** What a calendar is of: its offering's title or its organisation's name, and the words of its filter. */
export const CalendarPage = graphql(
  `
    query CalendarPage(
      $offeringId: ID!
      $organisationId: ID!
      $hasOffering: Boolean!
      $hasOrganisation: Boolean!
      $languages: [BCP47!]
    ) {
      offering(id: $offeringId) @include(if: $hasOffering) {
        id
        title(languages: $languages) {
          value
          language
        }
      }
      organisation(id: $organisationId) @include(if: $hasOrganisation) {
        id
        name
      }
      ...FilterChoices
    }
  `,
  [FilterChoicesFragment],
);

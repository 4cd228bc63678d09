import { graphql } from '#lib/api/graphql.ts';
import { PlaceFragment } from './offering-facts.queries.ts';

/** What somebody takes along on paper: what, where, when, whom to ask for. Nothing of who takes it. */
export const SlipPage = graphql(
  `
    query SlipPage($id: ID!, $languages: [BCP47!]) {
      offering(id: $id) {
        id
        sourceLanguage
        contactName
        contactPhone
        contactEmail
        isOnline
        spokenLanguages
        title(languages: $languages) {
          value
          language
          isFallback
        }
        summary(languages: $languages) {
          value
          language
          isFallback
        }
        organisation {
          id
          name
        }
        place {
          ...PlaceFacts
          latitude
          longitude
        }
        nextOccurrences(first: 6) {
          id
          startsAt
          endsAt
          status
        }
      }
    }
  `,
  [PlaceFragment],
);

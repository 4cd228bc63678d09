import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import { DateChangeFragment } from './date-change.queries.ts';

/** What answers "where, may I come, what does it cost, whom do I meet" of an offering. */
export const OfferingFactsFragment = graphql(`
  fragment OfferingFacts on Offering @_unmask {
    id
    kind
    audience
    ageMinimum
    ageMaximum
    womenOnly
    childrenWelcome
    hasChildCare
    stepFree
    transportHelp
    finnishLevel
    spokenLanguages
    priceEuroCents
    priceNote
    contactName
    contactEmail
    contactPhone
    isOnline
    takesSignUps
    sourceLanguage
    organisation {
      id
      name
    }
  }
`);

/** A place as somebody finds it: address and way, no map of a stranger. */
export const PlaceFragment = graphql(`
  fragment PlaceFacts on Place @_unmask {
    name
    streetAddress
    postalCode
    directions
    municipality {
      name(languages: $languages) {
        value
      }
    }
  }
`);

/** One date, as a list of dates and a sign-up need it. */
export const OccurrenceDateFragment = graphql(
  `
    fragment OccurrenceDate on Occurrence @_unmask {
      id
      startsAt
      endsAt
      timeKind
      isFull
      placesLeft
      takesSignUps
      ...DateChange
      viewerCan {
        signUp
      }
    }
  `,
  [DateChangeFragment],
);

export type OfferingFacts = ResultOf<typeof OfferingFactsFragment>;
export type PlaceFacts = ResultOf<typeof PlaceFragment>;
export type OccurrenceDate = ResultOf<typeof OccurrenceDateFragment>;

import { graphql, type ResultOf } from '#lib/api/graphql.ts';

/** What a line of a timetable tells of one date. */
export const OccurrenceRowFragment = graphql(`
  fragment OccurrenceRow on Occurrence @_unmask {
    id
    startsAt
    endsAt
    timeKind
    status
    movedAt
    previousStartsAt
    isFull
    placesLeft
    viewerCan {
      signUp
    }
    place {
      name
      municipality {
        name(languages: $languages) {
          value
        }
      }
    }
    offering {
      id
      kind
      isFree
      priceEuroCents
      childrenWelcome
      womenOnly
      isOnline
      spokenLanguages
      freshness
      title(languages: $languages) {
        value
        language
      }
      organisation {
        name
      }
    }
  }
`);

export type OccurrenceRow = ResultOf<typeof OccurrenceRowFragment>;

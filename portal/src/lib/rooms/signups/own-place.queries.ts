import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import { DateChangeFragment } from '#lib/rooms/offerings/date-change.queries.ts';
import { PlaceFragment } from '#lib/rooms/offerings/offering-facts.queries.ts';

/** Somebody's own place, by the code that they alone have. */
export const OwnPlace = graphql(
  `
    query OwnPlace($code: String!, $languages: [BCP47!]) {
      signUp(code: $code) {
        status
        partySize
        firstName
        contact
        contactKind
        waitingPosition
        acceptBy
        joinLink
        viewerCan {
          cancel
          accept
        }
        occurrence {
          id
          startsAt
          endsAt
          ...DateChange
          place {
            ...PlaceFacts
          }
          offering {
            id
            isOnline
            sourceLanguage
            contactName
            contactPhone
            contactEmail
            title(languages: $languages) {
              value
              language
              isFallback
            }
            organisation {
              id
              name
            }
          }
        }
      }
    }
  `,
  [DateChangeFragment, PlaceFragment],
);

export const CancelOwnPlace = graphql(`
  mutation CancelOwnPlace($input: CancelSignUpInput!) {
    cancelSignUp(input: $input) {
      signUp {
        status
      }
    }
  }
`);

export const AcceptOwnPlace = graphql(`
  mutation AcceptOwnPlace($input: AcceptSignUpInput!) {
    acceptSignUp(input: $input) {
      signUp {
        status
      }
    }
  }
`);

export type OwnPlaceSignUp = NonNullable<ResultOf<typeof OwnPlace>['signUp']>;

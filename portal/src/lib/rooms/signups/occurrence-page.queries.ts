import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import {
  OccurrenceDateFragment,
  OfferingFactsFragment,
  PlaceFragment,
} from '#lib/rooms/offerings/offering-facts.queries.ts';

/** One date: what it is, and what it takes to have a place on it. */
export const OccurrencePage = graphql(
  `
    query OccurrencePage($id: ID!, $languages: [BCP47!]) {
      occurrence(id: $id) {
        ...OccurrenceDate
        signUpState
        signUpOpensAt
        waitingCount
        place {
          ...PlaceFacts
        }
        offering {
          ...OfferingFacts
          status
          signUpRules {
            minimumPeople
            needsAsked
          }
          title(languages: $languages) {
            value
            language
          }
          nextOccurrences(first: 6) {
            ...OccurrenceDate
          }
        }
      }
    }
  `,
  [OccurrenceDateFragment, PlaceFragment, OfferingFactsFragment],
);

export const CreateSignUp = graphql(`
  mutation CreateSignUp($input: CreateSignUpInput!) {
    createSignUp(input: $input) {
      code
    }
  }
`);

export type OccurrencePageOccurrence = NonNullable<ResultOf<typeof OccurrencePage>['occurrence']>;

import { graphql } from '#lib/api/graphql.ts';

/** One date: who comes, and what it takes to cancel it. */
export const DeskOccurrence = graphql(`
  query DeskOccurrence($id: ID!, $languages: [BCP47!]) {
    occurrence(id: $id) {
      id
      startsAt
      endsAt
      status
      placesTaken
      capacity
      takesSignUps
      waitingCount
      cancelReason(languages: $languages) {
        value
        language
        isFallback
      }
      place {
        name
      }
      offering {
        id
        title(languages: $languages) {
          value
          language
        }
        translations {
          language
        }
        signUpRules {
          minimumPeople
        }
        organisation {
          id
        }
      }
      viewerCan {
        cancel
        seeSignUps
      }
    }
  }
`);

export const DeskSignUps = graphql(`
  query DeskSignUps($occurrenceId: ID!, $after: String) {
    signUps(first: 50, after: $after, occurrenceId: $occurrenceId) {
      nodes {
        id
        status
        partySize
        firstName
        contactKind
        contact
        languageTag
        needs
        waitingPosition
        acceptBy
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    waitingListMoves(occurrenceId: $occurrenceId) {
      id
      move
      because
      waitingNumber
      partySize
      placesFree
      at
    }
  }
`);

export const CancelOccurrence = graphql(`
  mutation CancelOccurrence($input: CancelOccurrenceInput!) {
    cancelOccurrence(input: $input) {
      notifiedCount
    }
  }
`);

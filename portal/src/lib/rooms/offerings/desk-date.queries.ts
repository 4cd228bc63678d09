import { graphql } from '#lib/api/graphql.ts';
import { DateChangeFragment } from './date-change.queries.ts';

/** One date: who comes, and what a host may do with it. */
export const DeskOccurrence = graphql(
  `
    query DeskOccurrence($id: ID!, $languages: [BCP47!]) {
      occurrence(id: $id) {
        id
        startsAt
        endsAt
        placesTaken
        capacity
        takesSignUps
        waitingCount
        undoableUntil
        ...DateChange
        place {
          id
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
          postpone
          move
          seeSignUps
        }
      }
    }
  `,
  [DateChangeFragment],
);

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
        isByReferral
        referral {
          id
          identity {
            givenName
          }
        }
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

/** Where a date can be moved to. */
export const DeskDatePlaces = graphql(`
  query DeskDatePlaces($organisationId: ID!) {
    places(organisationId: $organisationId) {
      id
      name
      streetAddress
    }
  }
`);

export const PostponeOccurrence = graphql(`
  mutation PostponeOccurrence($input: PostponeOccurrenceInput!) {
    postponeOccurrence(input: $input) {
      notifiedCount
    }
  }
`);

export const MoveOccurrence = graphql(`
  mutation MoveOccurrence($input: MoveOccurrenceInput!) {
    moveOccurrence(input: $input) {
      notifiedCount
    }
  }
`);

export const UndoOccurrenceChange = graphql(`
  mutation UndoOccurrenceChange($input: UndoOccurrenceChangeInput!) {
    undoOccurrenceChange(input: $input) {
      occurrence {
        id
      }
    }
  }
`);

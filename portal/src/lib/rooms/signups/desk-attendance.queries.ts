import { graphql } from '#lib/api/graphql.ts';

/** Who should be at the door, and how many are. */
export const DeskAttendance = graphql(`
  query DeskAttendance($occurrenceId: ID!, $after: String) {
    occurrence(id: $occurrenceId) {
      id
      startsAt
    }
    signUps(first: 100, after: $after, occurrenceId: $occurrenceId) {
      nodes {
        id
        status
        partySize
        firstName
        isByReferral
        referral {
          identity {
            givenName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    attendance(occurrenceId: $occurrenceId) {
      attended
      noShow
      walkIns
    }
  }
`);

export const RecordAttendance = graphql(`
  mutation RecordAttendance($input: RecordAttendanceInput!) {
    recordAttendance(input: $input) {
      signUp {
        status
      }
    }
  }
`);

export const SetWalkIns = graphql(`
  mutation SetWalkIns($input: SetWalkInsInput!) {
    setWalkIns(input: $input) {
      attendance {
        walkIns
      }
    }
  }
`);

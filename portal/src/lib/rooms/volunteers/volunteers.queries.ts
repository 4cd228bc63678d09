import { graphql } from '#lib/api/graphql.ts';
import { ShiftRowFragment } from './shift-row.queries.ts';

/** The coordinator's page: hours to confirm, and everyone who helps. */
export const VolunteersPage = graphql(
  `
    query VolunteersPage($organisationId: ID!, $languages: [BCP47!]!) {
      toConfirm: shifts(organisationId: $organisationId, list: TO_CONFIRM) {
        ...ShiftRow
        places {
          id
          displayName
          status
        }
      }
      volunteers(organisationId: $organisationId) {
        personId
        skills
        languages
        freeTimes {
          weekday
          part
        }
        extractCheckedOn
        confirmedMinutes
        waitingMinutes
        person {
          id
          displayName
          email
        }
        viewerCan {
          checkExtract
        }
      }
    }
  `,
  [ShiftRowFragment],
);

export const ConfirmShiftHours = graphql(`
  mutation ConfirmShiftHours($input: ConfirmShiftHoursInput!) {
    confirmShiftHours(input: $input) {
      shift {
        id
      }
    }
  }
`);

export const CheckVolunteerExtract = graphql(`
  mutation CheckVolunteerExtract($input: CheckVolunteerExtractInput!) {
    checkVolunteerExtract(input: $input) {
      volunteer {
        personId
      }
    }
  }
`);

/** The shifts of one date, and who is on them. */
export const DateShifts = graphql(`
  query DateShifts($organisationId: ID!, $occurrenceId: ID!) {
    occurrence(id: $occurrenceId) {
      id
      startsAt
      endsAt
      status
    }
    shifts(organisationId: $organisationId, occurrenceId: $occurrenceId) {
      id
      role
      startsAt
      endsAt
      neededCount
      takenCount
      places {
        id
        displayName
        status
        swap {
          id
          toName
        }
      }
      viewerCan {
        manage
      }
    }
  }
`);

export const CreateShift = graphql(`
  mutation CreateShift($input: CreateShiftInput!) {
    createShift(input: $input) {
      shift {
        id
      }
    }
  }
`);

export const ChangeShift = graphql(`
  mutation ChangeShift($input: ChangeShiftInput!) {
    changeShift(input: $input) {
      shift {
        id
      }
    }
  }
`);

export const CancelShift = graphql(`
  mutation CancelShift($input: ShiftInput!) {
    cancelShift(input: $input) {
      notifiedCount
    }
  }
`);

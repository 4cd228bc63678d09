import { graphql } from '#lib/api/graphql.ts';
import { ShiftRowFragment } from './shift-row.queries.ts';

/** A volunteer's own page of shifts. */
export const ShiftsPage = graphql(
  `
    query ShiftsPage($organisationId: ID!, $languages: [BCP47!]!) {
      volunteerProfile(organisationId: $organisationId) {
        confirmedMinutes
        waitingMinutes
      }
      mine: shifts(organisationId: $organisationId, list: MINE) {
        ...ShiftRow
        ownPlace {
          id
          swap {
            id
            toName
            viewerCan {
              takeBack
            }
          }
        }
        viewerCan {
          giveBack
        }
      }
      open: shifts(organisationId: $organisationId, list: OPEN) {
        ...ShiftRow
        viewerCan {
          take
        }
      }
      shiftSwaps(organisationId: $organisationId) {
        id
        fromName
        shift {
          ...ShiftRow
        }
        viewerCan {
          answer
        }
      }
    }
  `,
  [ShiftRowFragment],
);

export const TakeShift = graphql(`
  mutation TakeShift($input: TakeShiftInput!) {
    takeShift(input: $input) {
      shift {
        id
      }
    }
  }
`);

export const GiveBackShift = graphql(`
  mutation GiveBackShift($input: ShiftInput!) {
    giveBackShift(input: $input) {
      shift {
        id
      }
    }
  }
`);

export const AnswerShiftSwap = graphql(`
  mutation AnswerShiftSwap($input: AnswerShiftSwapInput!) {
    answerShiftSwap(input: $input) {
      swap {
        id
      }
    }
  }
`);

/** Whom to ask to take over a shift. */
export const ShiftSwapPage = graphql(
  `
    query ShiftSwapPage($organisationId: ID!, $shiftId: ID!, $languages: [BCP47!]!) {
      mine: shifts(organisationId: $organisationId, list: MINE) {
        ...ShiftRow
      }
      shiftColleagues(shiftId: $shiftId) {
        personId
        displayName
      }
    }
  `,
  [ShiftRowFragment],
);

export const AskShiftSwap = graphql(`
  mutation AskShiftSwap($input: AskShiftSwapInput!) {
    askShiftSwap(input: $input) {
      swap {
        id
      }
    }
  }
`);

/** What a volunteer says of themselves. */
export const VolunteerProfilePage = graphql(`
  query VolunteerProfilePage($organisationId: ID!) {
    volunteerProfile(organisationId: $organisationId) {
      personId
      skills
      languages
      freeTimes {
        weekday
        part
      }
      extractCheckedOn
    }
  }
`);

export const UpdateVolunteer = graphql(`
  mutation UpdateVolunteer($input: UpdateVolunteerInput!) {
    updateVolunteer(input: $input) {
      volunteer {
        personId
      }
    }
  }
`);

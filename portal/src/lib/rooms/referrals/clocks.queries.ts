import { graphql } from '#lib/api/graphql.ts';

/** How fast referrals to an offering are answered, to be changed. */
export const DeskClocks = graphql(`
  query DeskClocks($id: ID!, $languages: [BCP47!]) {
    offering(id: $id) {
      id
      title(languages: $languages) {
        value
        language
      }
      referralClocks {
        answerWorkingDays
        urgentAnswerWorkingDays
        firstContactWorkingDays
        waitingReviewDays
        firstOutcomeDays
        viewerCan {
          set
        }
      }
    }
  }
`);

export const SetClocks = graphql(`
  mutation SetClocks($input: SetOfferingClocksInput!) {
    setOfferingClocks(input: $input) {
      clocks {
        answerWorkingDays
      }
    }
  }
`);

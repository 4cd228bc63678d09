import { graphql } from '#lib/api/graphql.ts';

/** The sign-up rules of an offering, to be changed. */
export const DeskSignUpRules = graphql(`
  query DeskSignUpRules($id: ID!, $languages: [BCP47!]) {
    offering(id: $id) {
      id
      capacity
      title(languages: $languages) {
        value
        language
      }
      signUpRules {
        opensDaysBefore
        closesHoursBefore
        minimumPeople
        largestParty
        heldPlaces
        needsAsked
        hasWaitingList
      }
      viewerCan {
        seeSignUps
      }
    }
  }
`);

export const SetSignUpRules = graphql(`
  mutation SetSignUpRules($input: SetSignUpRulesInput!) {
    setSignUpRules(input: $input) {
      rules {
        largestParty
      }
    }
  }
`);

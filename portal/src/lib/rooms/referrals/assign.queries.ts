import { graphql } from '#lib/api/graphql.ts';

/** To whom the receiver can give a referral. */
export const AssignablePeople = graphql(`
  query AssignablePeople($id: ID!) {
    organisation(id: $id) {
      id
      members(first: 100) {
        nodes {
          id
          role
          person {
            id
            displayName
          }
        }
      }
    }
  }
`);

export const AssignReferral = graphql(`
  mutation AssignReferral($input: AssignReferralInput!) {
    assignReferral(input: $input) {
      referral {
        id
        version
      }
    }
  }
`);

import { graphql } from '#lib/api/graphql.ts';

/** Somebody's role, and what they hold by it. */
export const LeavePage = graphql(`
  query LeavePage($id: ID!, $languages: [BCP47!]!) {
    viewer {
      person {
        id
      }
    }
    membership(id: $id) {
      id
      role
      person {
        id
        displayName
      }
      organisation {
        id
        name
      }
      viewerCan {
        remove
      }
      holdings {
        referralCount
        clientCount
        offerings {
          id
          title(languages: $languages) {
            value
            language
          }
        }
        nextHolders {
          personId
          displayName
        }
      }
    }
  }
`);

export const HandOverReferrals = graphql(`
  mutation HandOverReferrals($input: HandOverReferralsInput!) {
    handOverReferrals(input: $input) {
      referralCount
    }
  }
`);

import { graphql } from '#lib/api/graphql.ts';

export const ResetSignIn = graphql(`
  mutation ResetSignIn($input: ResetSignInInput!) {
    resetSignIn(input: $input) {
      personId
    }
  }
`);

export const CloseAccount = graphql(`
  mutation CloseAccount($input: CloseAccountInput!) {
    closeAccount(input: $input) {
      personId
    }
  }
`);

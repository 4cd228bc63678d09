import { graphql } from '#lib/api/graphql.ts';

export const SignUpReferral = graphql(`
  mutation SignUpReferral($input: SignUpReferralInput!) {
    signUpReferral(input: $input) {
      referral {
        id
      }
    }
  }
`);

export const CancelReferralSignUp = graphql(`
  mutation CancelReferralSignUp($input: SignUpReferralInput!) {
    cancelReferralSignUp(input: $input) {
      referral {
        id
      }
    }
  }
`);

import { graphql } from '#lib/api/graphql.ts';

/** The moves of a referral. Each answers with the state and version that the next move must name. */
export const Moved = graphql(`
  fragment Moved on ReferralPayload @_unmask {
    referral {
      id
      version
      state
    }
  }
`);

export const SubmitForConsent = graphql(
  `
    mutation SubmitForConsent($input: SubmitReferralForConsentInput!) {
      submitReferralForConsent(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const ConfirmConsent = graphql(
  `
    mutation ConfirmConsent($input: ConfirmReferralConsentInput!) {
      confirmReferralConsent(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const SendReferral = graphql(
  `
    mutation SendReferral($input: SendReferralInput!) {
      sendReferral(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const AcceptReferral = graphql(
  `
    mutation AcceptReferral($input: AcceptReferralInput!) {
      acceptReferral(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const DeclineReferral = graphql(
  `
    mutation DeclineReferral($input: DeclineReferralInput!) {
      declineReferral(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const WithdrawReferral = graphql(
  `
    mutation WithdrawReferral($input: WithdrawReferralInput!) {
      withdrawReferral(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const RecordFirstContact = graphql(
  `
    mutation RecordFirstContact($input: RecordFirstContactInput!) {
      recordFirstContact(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const CloseReferral = graphql(
  `
    mutation CloseReferral($input: CloseReferralInput!) {
      closeReferral(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

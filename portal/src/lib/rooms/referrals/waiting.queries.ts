import { graphql } from '#lib/api/graphql.ts';
import { Moved } from './move.queries.ts';

export const RefuseConsent = graphql(
  `
    mutation RefuseConsent($input: RefuseReferralConsentInput!) {
      refuseReferralConsent(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const AskInfo = graphql(
  `
    mutation AskInfo($input: AskReferralInfoInput!) {
      askReferralInfo(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const ReplyInfo = graphql(
  `
    mutation ReplyInfo($input: ReplyReferralInfoInput!) {
      replyReferralInfo(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const Waitlist = graphql(
  `
    mutation Waitlist($input: WaitlistReferralInput!) {
      waitlistReferral(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const Hold = graphql(
  `
    mutation Hold($input: HoldReferralInput!) {
      holdReferral(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const Resume = graphql(
  `
    mutation Resume($input: ResumeReferralInput!) {
      resumeReferral(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const Reopen = graphql(
  `
    mutation Reopen($input: ReopenReferralInput!) {
      reopenReferral(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

export const SendMessage = graphql(
  `
    mutation SendMessage($input: SendReferralMessageInput!) {
      sendReferralMessage(input: $input) {
        ...Moved
      }
    }
  `,
  [Moved],
);

import { graphql } from '#lib/api/graphql.ts';

/** The rules of a referral's life, as the API's one table has them. */
export const ReferralManual = graphql(`
  query ReferralManual {
    referralManual {
      states {
        state
        receiverTier
        clocks {
          kind
          workingDays
          days
        }
      }
      moves {
        action
        from
        to
        by
        reason
      }
    }
  }
`);

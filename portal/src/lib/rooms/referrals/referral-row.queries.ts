import { graphql } from '#lib/api/graphql.ts';

/** A referral as one line of a list; `$languages` is the reader's. */
export const ReferralRow = graphql(`
  fragment ReferralRow on Referral @_unmask {
    id
    state
    side
    isOverdue
    createdAt
    sentAt
    answerDueAt
    firstContactDueAt
    endedAt
    outcome
    declineReason
    summary {
      needCategory
      priority
    }
    offering {
      id
      title(languages: $languages) {
        value
        language
        isFallback
      }
    }
    receivingOrganisation {
      name
    }
    referringOrganisation {
      name
    }
    client {
      id
      pseudonym
    }
  }
`);

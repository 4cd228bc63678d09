import { graphql } from '#lib/api/graphql.ts';
import { ReferralRow } from './referral-row.queries.ts';

/** The caseworker's desk: what is under way, what was lately answered, the newest clients. */
export const CaseworkerDesk = graphql(
  `
    query CaseworkerDesk($languages: [BCP47!]) {
      underWay: referrals(first: 40, filter: { side: SENT, open: true }) {
        nodes {
          ...ReferralRow
        }
        totalCount
      }
      declined: referrals(first: 5, filter: { side: SENT, states: [DECLINED, EXPIRED] }) {
        nodes {
          ...ReferralRow
        }
      }
      clients(first: 6) {
        nodes {
          id
          pseudonym
          languages
          municipality {
            name(languages: $languages) {
              value
            }
          }
        }
        totalCount
      }
    }
  `,
  [ReferralRow],
);

/** Every referral that this person sent, the newest first. */
export const SentReferrals = graphql(
  `
    query SentReferrals($languages: [BCP47!], $filter: ReferralFilter!, $after: String) {
      referralCounts(filter: { side: SENT }) {
        waitingForUs
        overdue
      }
      referrals(first: 20, after: $after, filter: $filter) {
        nodes {
          ...ReferralRow
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ReferralRow],
);

/** One pile of what an association received, and how many stand in each. */
export const InboxPile = graphql(
  `
    query InboxPile($organisationId: ID!, $tab: ReferralTab, $languages: [BCP47!]) {
      referralCounts(filter: { side: RECEIVED, organisationId: $organisationId }) {
        unassigned
        mine
        waitingForUs
        overdue
      }
      referrals(
        first: 50
        filter: { side: RECEIVED, organisationId: $organisationId, tab: $tab, open: true }
      ) {
        nodes {
          ...ReferralRow
        }
        totalCount
      }
    }
  `,
  [ReferralRow],
);

/** What an association received. */
export const ReferralInbox = graphql(
  `
    query ReferralInbox($organisationId: ID!, $languages: [BCP47!]) {
      organisation(id: $organisationId) {
        id
        name
        canReceiveReferrals
        whyNoReferrals
      }
      waiting: referrals(
        first: 25
        filter: { side: RECEIVED, organisationId: $organisationId, states: [SENT, NEEDS_INFO, WAITLISTED] }
      ) {
        nodes {
          ...ReferralRow
        }
        totalCount
      }
      running: referrals(
        first: 25
        filter: { side: RECEIVED, organisationId: $organisationId, states: [ACCEPTED, IN_PROGRESS, ON_HOLD] }
      ) {
        nodes {
          ...ReferralRow
        }
        totalCount
      }
    }
  `,
  [ReferralRow],
);

/** What an association received and has ended. */
export const EndedInbox = graphql(
  `
    query EndedInbox($organisationId: ID!, $languages: [BCP47!], $after: String) {
      referrals(
        first: 20
        after: $after
        filter: { side: RECEIVED, organisationId: $organisationId, open: false }
      ) {
        nodes {
          ...ReferralRow
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ReferralRow],
);

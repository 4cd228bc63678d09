import { graphql } from '#lib/api/graphql.ts';

/** Mails that do not arrive. */
export const FailedNotices = graphql(`
  query FailedNotices($after: String) {
    failedNotices(first: 50, after: $after) {
      nodes {
        id
        template
        receiverDomain
        createdAt
        attempts
        lastError
        isGivenUp
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const RetryNotice = graphql(`
  mutation RetryNotice($input: RetryNoticeInput!) {
    retryNotice(input: $input) {
      noticeId
    }
  }
`);

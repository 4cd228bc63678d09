import { graphql } from '#lib/api/graphql.ts';

export const AccessReviewPage = graphql(`
  query AccessReviewPage($organisationId: ID!) {
    accessReview(organisationId: $organisationId) {
      id
      organisationName
      dueAt
      isOverdue
      completedAt
      reviewerName
      viewerCan {
        answer
      }
      members {
        membershipId
        displayName
        role
        since
        lastUsedAt
        hasStrongSignIn
        decision
        hasEnded
        isViewer
      }
    }
  }
`);

export const AnswerAccessReview = graphql(`
  mutation AnswerAccessReview($input: AnswerAccessReviewInput!) {
    answerAccessReview(input: $input) {
      review {
        id
      }
    }
  }
`);

export const CompleteAccessReview = graphql(`
  mutation CompleteAccessReview($input: CompleteAccessReviewInput!) {
    completeAccessReview(input: $input) {
      review {
        id
      }
    }
  }
`);

export const OverdueReviews = graphql(`
  query OverdueReviews {
    overdueAccessReviews {
      organisationId
      organisationName
      quarter
      dueAt
      memberCount
      decidedCount
    }
  }
`);

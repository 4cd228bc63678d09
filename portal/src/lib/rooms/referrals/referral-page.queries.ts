import { graphql } from '#lib/api/graphql.ts';
import { SummaryFields } from './refer.queries.ts';

/** One referral as a letter, for either side; what a tier hides is null. */
export const ReferralPage = graphql(
  `
    query ReferralPage($id: ID!, $languages: [BCP47!]) {
      referral(id: $id) {
        id
        state
        version
        side
        createdAt
        sentAt
        answerDueAt
        acceptedAt
        firstContactDueAt
        endedAt
        isOverdue
        assigneeId
        assigneeName
        declineReason
        withdrawReason
        outcome
        sessionsAttended
        sessionsSoFar
        signUps {
          status
          occurrenceId
          startsAt
        }
        estimatedWaitWeeks
        holdReason
        reviewAt
        referrerName
        referringOrganisation {
          id
          name
        }
        receivingOrganisation {
          id
          name
        }
        joinLink
        offering {
          id
          title(languages: $languages) {
            value
            language
          }
        }
        client {
          id
          pseudonym
          languages
        }
        details {
          field
          status
          reason
          value
        }
        detailsInScope
        predecessor {
          id
        }
        successors {
          id
          state
          receivingOrganisation {
            name
          }
        }
        summary {
          ...SummaryFields
        }
        identity {
          givenName
          contactKind
          contact
          safeContactNote
        }
        identityHiddenBecause
        events {
          id
          at
          action
          toState
          byYou
          byOrganisation {
            name
          }
        }
        messages {
          id
          sentAt
          body
          byYou
          byOrganisation {
            name
          }
        }
        viewerCan {
          submitForConsent
          refuseConsent
          replyInfo
          askInfo
          waitlist
          hold
          resume
          reopen
          sendMessage
          assign
          confirmConsent
          createClientLink
          send
          accept
          decline
          withdraw
          recordFirstContact
          close
          reroute
          discardDraft
          askDetail
          answerDetail
          signUp
        }
      }
    }
  `,
  [SummaryFields],
);

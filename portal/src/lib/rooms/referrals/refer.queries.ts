import { graphql } from '#lib/api/graphql.ts';

/** What a receiver sees before it accepts. */
export const SummaryFields = graphql(`
  fragment SummaryFields on ReferralSummary @_unmask {
    needCategory
    priority
    note
    languages
    needsInterpreter
    ageBand
    accessNeeds
    withheld
    municipality {
      name(languages: $languages) {
        value
      }
    }
  }
`);

export const ReferralPreview = graphql(
  `
    query ReferralPreview($input: ReferralPreviewInput!, $languages: [BCP47!]) {
      referralPreview(input: $input) {
        now {
          ...SummaryFields
        }
        onAcceptance
        onRequest
        obstacles {
          reason
        }
        activeConsent {
          id
          expiresAt
        }
        noteProblems
        noteNames
        roomLeft
      }
    }
  `,
  [SummaryFields],
);

export const ReferTarget = graphql(`
  query ReferTarget($clientId: ID!, $offeringId: ID!, $languages: [BCP47!]) {
    client(id: $clientId) {
      id
      pseudonym
      languages
      needsInterpreter
      viewerCan {
        refer
      }
    }
    offering(id: $offeringId) {
      id
      title(languages: $languages) {
        value
        language
      }
      organisation {
        id
        name
      }
      referralClocks {
        answerWorkingDays
        urgentAnswerWorkingDays
      }
    }
  }
`);

export const ConsentText = graphql(`
  query ConsentText($languageTag: BCP47!) {
    consentText(languageTag: $languageTag) {
      version
      languageTag
      text
    }
  }
`);

export const CreateReferral = graphql(`
  mutation CreateReferral($input: CreateReferralInput!) {
    createReferral(input: $input) {
      referral {
        id
        version
        state
      }
    }
  }
`);

export const RecordConsent = graphql(`
  mutation RecordConsent($input: RecordConsentInput!) {
    recordConsent(input: $input) {
      consent {
        id
      }
    }
  }
`);

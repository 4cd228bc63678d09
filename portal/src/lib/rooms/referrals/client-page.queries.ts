import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import { DateChangeFragment } from '../offerings/date-change.queries.ts';

/** What a client sees by their own link. */
export const ClientPage = graphql(
  `
    query OwnLinkPage($token: String!, $languageTag: BCP47!, $languages: [BCP47!]) {
      clientPage(token: $token) {
        step
        fields
        sharedUntil
        answerDueAt
        callDueAt
        receivingOrganisation {
          name
        }
        referringOrganisation {
          name
        }
        offering {
          id
          title(languages: $languages) {
            value
            language
          }
          changedOccurrences {
            id
            startsAt
            ...DateChange
          }
        }
        nextOccurrence {
          startsAt
          place {
            name
            streetAddress
          }
        }
        text(languageTag: $languageTag) {
          languageTag
          text
        }
        viewerCan {
          confirm
          refuse
          stop
        }
      }
    }
  `,
  [DateChangeFragment],
);

export const ConfirmConsentByLink = graphql(`
  mutation ConfirmConsentByLink($input: ConfirmConsentByLinkInput!) {
    confirmConsentByLink(input: $input) {
      isDone
    }
  }
`);

export const RefuseConsentByLink = graphql(`
  mutation RefuseConsentByLink($input: ClientLinkInput!) {
    refuseConsentByLink(input: $input) {
      isDone
    }
  }
`);

export const StopSharingByLink = graphql(`
  mutation StopSharingByLink($input: ClientLinkInput!) {
    stopSharingByLink(input: $input) {
      isDone
    }
  }
`);

export const CreateClientLink = graphql(`
  mutation CreateClientLink($input: CreateClientLinkInput!) {
    createClientLink(input: $input) {
      url
      expiresAt
    }
  }
`);

export type ClientPageData = NonNullable<ResultOf<typeof ClientPage>['clientPage']>;

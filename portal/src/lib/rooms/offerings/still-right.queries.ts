import { graphql } from '#lib/api/graphql.ts';

/** What the link in the mail "is this still right?" asks about. */
export const StillRight = graphql(`
  query StillRight($code: String!, $languages: [BCP47!]) {
    offeringCheck(code: $code) {
      isOpen
      offering {
        id
        organisation {
          id
        }
        title(languages: $languages) {
          value
          language
          isFallback
        }
        summary(languages: $languages) {
          value
          language
        }
        nextOccurrences(first: 3) {
          startsAt
          endsAt
        }
      }
    }
  }
`);

export const ConfirmByLink = graphql(`
  mutation ConfirmByLink($input: ConfirmOfferingByLinkInput!) {
    confirmOfferingByLink(input: $input) {
      offering {
        id
      }
    }
  }
`);

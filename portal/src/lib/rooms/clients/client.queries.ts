import { graphql } from '#lib/api/graphql.ts';
import { ReferralRow } from '../referrals/referral-row.queries.ts';

/** The client as matching and forms need it. */
export const ClientCore = graphql(`
  fragment ClientCore on Client @_unmask {
    id
    version
    pseudonym
    registerReference
    languages
    needsInterpreter
    ageBand
    finnishLevel
    accessNeeds
    municipality {
      code
      name(languages: $languages) {
        value
      }
    }
    wishes {
      id
      label(languages: $languages) {
        value
        language
      }
    }
    identity {
      givenName
      contactKind
      contact
      safeContactNote
    }
    viewerCan {
      update
      recordConsent
      withdrawConsent
      refer
      breakGlass
      readAccessLog
      move
    }
  }
`);

/** One client for its form and for finding an offering. */
export const ClientCard = graphql(
  `
    query ClientCard($id: ID!, $languages: [BCP47!]) {
      client(id: $id) {
        ...ClientCore
      }
    }
  `,
  [ClientCore],
);

export const ClientPage = graphql(
  `
    query ClientPage($id: ID!, $languages: [BCP47!]) {
      client(id: $id) {
        ...ClientCore
        createdAt
        consents {
          id
          fields
          method
          languageTag
          interpreterUsed
          givenAt
          expiresAt
          withdrawnAt
          isActive
          organisation {
            id
            name
          }
        }
        referrals(first: 20) {
          nodes {
            ...ReferralRow
          }
        }
      }
    }
  `,
  [ClientCore, ReferralRow],
);

import { graphql } from '#lib/api/graphql.ts';
import { ReferralRow } from '../referrals/referral-row.queries.ts';

/** What a form on clients lets choose from. */
export const ClientChoices = graphql(`
  query ClientChoices($languages: [BCP47!]) {
    municipalities(regionOnly: true) {
      code
      name(languages: $languages) {
        value
      }
    }
    languages {
      tag
      endonym
    }
    themes {
      id
      label(languages: $languages) {
        value
      }
    }
  }
`);

export const ClientList = graphql(`
  query ClientList($languages: [BCP47!], $after: String) {
    clients(first: 20, after: $after) {
      nodes {
        id
        pseudonym
        languages
        needsInterpreter
        ageBand
        finnishLevel
        municipality {
          name(languages: $languages) {
            value
          }
        }
        referrals(first: 3) {
          nodes {
            id
            state
          }
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

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
      refer
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

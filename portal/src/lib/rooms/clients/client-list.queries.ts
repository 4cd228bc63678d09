import { graphql } from '#lib/api/graphql.ts';

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

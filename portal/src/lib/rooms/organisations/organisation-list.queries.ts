import { graphql, type ResultOf } from '#lib/api/graphql.ts';

/** The verified organisations of the region, and the municipalities to narrow them by. */
export const OrganisationList = graphql(`
  query OrganisationList($filter: OrganisationFilter, $after: String, $languages: [BCP47!]) {
    organisations(first: 50, after: $after, filter: $filter) {
      nodes {
        id
        name
        kind
        isExample
        languages
        municipality {
          name(languages: $languages) {
            value
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
    municipalities(regionOnly: true) {
      code
      name(languages: $languages) {
        value
      }
    }
  }
`);

export type ListedOrganisation = ResultOf<typeof OrganisationList>['organisations']['nodes'][number];

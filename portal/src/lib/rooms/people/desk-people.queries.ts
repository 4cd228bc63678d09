import { graphql } from '#lib/api/graphql.ts';

/** Every account of the network, for its admin. */
export const PeoplePage = graphql(`
  query PeoplePage($after: String) {
    people(first: 20, after: $after) {
      nodes {
        id
        displayName
        email
        createdAt
        viewerCan {
          resetSignIn
          closeAccount
        }
        memberships {
          id
          role
          organisation {
            name
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

import { graphql } from '#lib/api/graphql.ts';

/** One look at a client's data, or one change of it. */
export const AccessLine = graphql(`
  fragment AccessLine on AccessEvent @_unmask {
    id
    at
    kind
    roles
    purpose
    personName
    organisation {
      name
    }
  }
`);

/** Who has looked at a client's data, for those who work with it. Opening it is recorded. */
export const ClientAccessLog = graphql(
  `
    query ClientAccessLog($id: ID!, $after: String) {
      client(id: $id) {
        pseudonym
        accessLog(first: 50, after: $after) {
          nodes {
            ...AccessLine
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [AccessLine],
);

/** The same by the client's own link. */
export const OwnAccessLog = graphql(
  `
    query OwnAccessLog($token: String!) {
      clientPage(token: $token) {
        accessLog {
          ...AccessLine
        }
      }
    }
  `,
  [AccessLine],
);

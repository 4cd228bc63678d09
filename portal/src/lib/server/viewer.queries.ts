import { graphql } from '#lib/api/graphql.ts';
import { DesksFragment } from '#lib/rooms/people/desks.queries.ts';

/** Who is asking, for the header and the desks' doors. */
export const ViewerDocument = graphql(
  `
    query PortalViewer {
      viewer {
        person {
          id
          displayName
          email
          languageTag
        }
        assurance
        memberships {
          id
          role
          organisation {
            id
            name
            kind
          }
        }
        clientOrganisations {
          id
          name
        }
        viewerCan {
          ...Desks
        }
      }
    }
  `,
  [DesksFragment],
);

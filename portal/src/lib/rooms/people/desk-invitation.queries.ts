import { graphql } from '#lib/api/graphql.ts';
import { DesksFragment } from './desks.queries.ts';

export const InvitationPage = graphql(`
  query InvitationPage($token: String!) {
    invitation(token: $token) {
      organisationName
      role
      expiresAt
    }
  }
`);

export const AcceptInvitation = graphql(
  `
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
      acceptInvitation(input: $input) {
        viewer {
          viewerCan {
            ...Desks
          }
        }
      }
    }
  `,
  [DesksFragment],
);

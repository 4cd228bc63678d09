import { graphql } from '#lib/api/graphql.ts';

export const InvitationPage = graphql(`
  query InvitationPage($token: String!) {
    invitation(token: $token) {
      organisationName
      role
      expiresAt
    }
  }
`);

export const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      viewer {
        viewerCan {
          openAssociationDesk
          openCaseworkerDesk
          openProtectionDesk
          openAdminDesk
        }
      }
    }
  }
`);

import { graphql } from '#lib/api/graphql.ts';

export const MembersPage = graphql(`
  query MembersPage($id: ID!, $after: String) {
    accessReview(organisationId: $id) {
      viewerCan {
        answer
      }
    }
    organisation(id: $id) {
      id
      kind
      members(first: 50, after: $after) {
        nodes {
          id
          role
          since
          person {
            id
            displayName
            email
            viewerCan {
              resetSignIn
            }
          }
          viewerCan {
            remove
          }
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      invitations {
        id
        email
        role
        expiresAt
      }
      viewerCan {
        inviteMember
      }
    }
  }
`);

export const InviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      invitation {
        id
      }
    }
  }
`);

export const RevokeInvitation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      invitation {
        id
      }
    }
  }
`);

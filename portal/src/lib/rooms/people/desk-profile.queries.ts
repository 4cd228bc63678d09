import { graphql } from '#lib/api/graphql.ts';

export const ProfilePage = graphql(`
  query ProfilePage {
    viewer {
      person {
        id
        displayName
        email
        languageTag
      }
      memberships {
        id
        role
        since
        organisation {
          name
        }
        viewerCan {
          remove
        }
        holdings {
          referralCount
          clientCount
        }
      }
    }
  }
`);

export const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      person {
        id
      }
    }
  }
`);

export const RemoveMember = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      membershipId
    }
  }
`);

import { graphql } from '#lib/api/graphql.ts';
import { DesksFragment } from './desks.queries.ts';

export const StartPasskey = graphql(`
  mutation StartPasskey($input: StartPasskeyInput!) {
    startPasskey(input: $input) {
      options
    }
  }
`);

export const EnrolPasskey = graphql(
  `
    mutation EnrolPasskey($input: EnrolPasskeyInput!) {
      enrolPasskey(input: $input) {
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

export const SignInWithPasskey = graphql(
  `
    mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {
      signInWithPasskey(input: $input) {
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

export const RenamePasskey = graphql(`
  mutation RenamePasskey($input: RenamePasskeyInput!) {
    renamePasskey(input: $input) {
      passkey {
        id
      }
    }
  }
`);

export const RemovePasskey = graphql(`
  mutation RemovePasskey($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      passkeyId
    }
  }
`);

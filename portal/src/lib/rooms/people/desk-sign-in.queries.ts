import { graphql } from '#lib/api/graphql.ts';
import { DesksFragment } from './desks.queries.ts';

/** The ways to sign in beside mail and passkey; `demo` is null outside the demo. */
export const DemoPeople = graphql(`
  query DemoPeople {
    employerSignIns {
      id
      name
    }
    demo {
      people {
        key
        displayName
        role
        organisationName
      }
    }
  }
`);

/** The demo's local outbox, newest mail first. */
export const DemoMails = graphql(`
  query DemoMails {
    demo {
      mails(first: 30) {
        id
        to
        subject
        text
        languageTag
        at
      }
    }
  }
`);

export const RequestSignInLink = graphql(`
  mutation RequestSignInLink($input: RequestSignInLinkInput!) {
    requestSignInLink(input: $input) {
      expiresInMinutes
    }
  }
`);

export const SignIn = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        codeToType
        next
        viewer {
          signInSecurity {
            hasAuthenticator
            passkeys {
              id
            }
          }
          viewerCan {
            ...Desks
          }
        }
      }
    }
  `,
  [DesksFragment],
);

export const DemoSignIn = graphql(
  `
    mutation DemoSignIn($input: DemoSignInInput!) {
      demoSignIn(input: $input) {
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

export const SignOut = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      signedOut
    }
  }
`);

import { graphql } from '#lib/api/graphql.ts';

/** Whom a visitor of the demo can sign in as; `demo` is null anywhere else. */
export const DemoPeople = graphql(`
  query DemoPeople {
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

export const SignIn = graphql(`
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
          openAssociationDesk
          openCaseworkerDesk
          openProtectionDesk
          openAdminDesk
        }
      }
    }
  }
`);

export const DemoSignIn = graphql(`
  mutation DemoSignIn($input: DemoSignInInput!) {
    demoSignIn(input: $input) {
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

export const SignOut = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      signedOut
    }
  }
`);

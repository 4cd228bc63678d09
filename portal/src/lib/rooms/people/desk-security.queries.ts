import { graphql } from '#lib/api/graphql.ts';
import { DesksFragment } from './desks.queries.ts';

export const SecurityPage = graphql(
  `
    query SecurityPage {
      viewer {
        assurance
        person {
          id
        }
        signInSecurity {
          hasAuthenticator
          recoveryCodesLeft
          passkeys {
            id
            name
            lastUsedAt
          }
        }
        viewerCan {
          ...Desks
        }
      }
    }
  `,
  [DesksFragment],
);

export const StartAuthenticator = graphql(`
  mutation StartAuthenticator($input: StartAuthenticatorInput!) {
    startAuthenticator(input: $input) {
      secret
      uri
    }
  }
`);

export const ConfirmAuthenticator = graphql(`
  mutation ConfirmAuthenticator($input: OneTimeCodeInput!) {
    confirmAuthenticator(input: $input) {
      recoveryCodes
    }
  }
`);

export const RenewRecoveryCodes = graphql(`
  mutation RenewRecoveryCodes($input: OneTimeCodeInput!) {
    renewRecoveryCodes(input: $input) {
      recoveryCodes
    }
  }
`);

export const RemoveAuthenticator = graphql(`
  mutation RemoveAuthenticator($input: OneTimeCodeInput!) {
    removeAuthenticator(input: $input) {
      viewer {
        assurance
      }
    }
  }
`);

export const StepUp = graphql(
  `
    mutation StepUp($input: OneTimeCodeInput!) {
      stepUp(input: $input) {
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

import { graphql } from '#lib/api/graphql.ts';

export const StartEmployerSignIn = graphql(`
  mutation StartEmployerSignIn($input: StartEmployerSignInInput!) {
    startEmployerSignIn(input: $input) {
      url
    }
  }
`);

export const FinishEmployerSignIn = graphql(`
  mutation FinishEmployerSignIn($input: FinishEmployerSignInInput!) {
    finishEmployerSignIn(input: $input) {
      next
      viewer {
        viewerCan {
          openAssociationDesk
          openCaseworkerDesk
          openAdminDesk
          openProtectionDesk
        }
      }
    }
  }
`);

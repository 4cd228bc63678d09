import { graphql } from '#lib/api/graphql.ts';
import { DesksFragment } from './desks.queries.ts';

export const StartEmployerSignIn = graphql(`
  mutation StartEmployerSignIn($input: StartEmployerSignInInput!) {
    startEmployerSignIn(input: $input) {
      url
    }
  }
`);

export const FinishEmployerSignIn = graphql(
  `
    mutation FinishEmployerSignIn($input: FinishEmployerSignInInput!) {
      finishEmployerSignIn(input: $input) {
        next
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

import { graphql } from '#lib/api/graphql.ts';

/** What the application's form offers to choose from. */
export const ApplyPage = graphql(`
  query ApplyPage($languages: [BCP47!]) {
    municipalities {
      code
      isInRegion
      name(languages: $languages) {
        value
      }
    }
    languages {
      tag
      endonym
    }
  }
`);

export const ApplyForOrganisation = graphql(`
  mutation ApplyForOrganisation($input: ApplyForOrganisationInput!) {
    applyForOrganisation(input: $input) {
      organisation {
        id
      }
    }
  }
`);

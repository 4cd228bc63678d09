import { graphql } from '#lib/api/graphql.ts';

export const OpenDataPage = graphql(`
  query OpenDataPage($languages: [BCP47!]) {
    municipalities(regionOnly: true) {
      code
      name(languages: $languages) {
        value
      }
    }
  }
`);

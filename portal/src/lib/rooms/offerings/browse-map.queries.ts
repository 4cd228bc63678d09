import { graphql } from '#lib/api/graphql.ts';
import { FacetsFragment, FilterChoicesFragment } from './upcoming.queries.ts';

/** How much there is in each municipality, and the names by which the borders know them. */
export const BrowseMap = graphql(
  `
    query BrowseMap($filter: OccurrenceFilter, $languages: [BCP47!]) {
      occurrenceFacets(filter: $filter) {
        ...Facets
      }
      ...FilterChoices
      named: municipalities(regionOnly: false) {
        code
        name(languages: ["fi"]) {
          value
        }
        own: name(languages: $languages) {
          value
        }
      }
    }
  `,
  [FacetsFragment, FilterChoicesFragment],
);

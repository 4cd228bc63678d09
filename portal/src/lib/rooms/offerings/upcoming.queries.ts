import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import { OccurrenceRowFragment } from './occurrence-row.queries.ts';

/** What lists and calendars can be narrowed by. */
export const FilterChoicesFragment = graphql(`
  fragment FilterChoices on Query @_unmask {
    municipalities(regionOnly: true) {
      code
      name(languages: $languages) {
        value
      }
    }
    languages {
      tag
      endonym
    }
    themes {
      id
      label(languages: $languages) {
        value
        language
      }
    }
  }
`);

/** How many offerings each choice would leave. */
export const FacetsFragment = graphql(`
  fragment Facets on OccurrenceFacets @_unmask {
    offeringCount
    municipalities {
      value
      count
    }
    languages {
      value
      count
    }
    finnishLevels {
      value
      count
    }
    kinds {
      value
      count
    }
    themes {
      value
      count
    }
    audiences {
      value
      count
    }
    rhythms {
      value
      count
    }
    partsOfDay {
      value
      count
    }
    free
    childrenWelcome
    womenOnly
    stepFree
    online
    hasRoom
  }
`);

/** A page of one list of coming dates, and what it can be narrowed by. */
export const UpcomingPage = graphql(
  `
    query UpcomingPage(
      $filter: OccurrenceFilter
      $list: OccurrenceFilter
      $after: String
      $languages: [BCP47!]
    ) {
      occurrences(first: 30, after: $after, filter: $list) {
        nodes {
          ...OccurrenceRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      occurrenceFacets(filter: $filter) {
        ...Facets
      }
      ...FilterChoices
    }
  `,
  [OccurrenceRowFragment, FacetsFragment, FilterChoicesFragment],
);

/** The beginning of both lists, what takes place once and what comes round, and what they can be narrowed by. */
export const UpcomingStart = graphql(
  `
    query UpcomingStart(
      $filter: OccurrenceFilter
      $once: OccurrenceFilter
      $regular: OccurrenceFilter
      $languages: [BCP47!]
    ) {
      once: occurrences(first: 10, filter: $once) {
        nodes {
          ...OccurrenceRow
        }
        pageInfo {
          hasNextPage
        }
      }
      regular: occurrences(first: 20, filter: $regular) {
        nodes {
          ...OccurrenceRow
        }
        pageInfo {
          hasNextPage
        }
      }
      occurrenceFacets(filter: $filter) {
        ...Facets
      }
      ...FilterChoices
    }
  `,
  [OccurrenceRowFragment, FacetsFragment, FilterChoicesFragment],
);

/** How much there would be with another filter. */
export const UpcomingCount = graphql(`
  query UpcomingCount($filter: OccurrenceFilter) {
    occurrenceFacets(filter: $filter) {
      offeringCount
    }
  }
`);

export type FilterChoices = ResultOf<typeof FilterChoicesFragment>;
export type Facets = ResultOf<typeof FacetsFragment>;

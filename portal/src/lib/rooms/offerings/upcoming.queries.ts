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

/** A page of the coming dates, and what they can be narrowed by. */
export const UpcomingPage = graphql(
  `
    query UpcomingPage($filter: OccurrenceFilter, $after: String, $languages: [BCP47!]) {
      occurrences(first: 30, after: $after, filter: $filter) {
        nodes {
          ...OccurrenceRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      ...FilterChoices
    }
  `,
  [OccurrenceRowFragment, FilterChoicesFragment],
);

/** How many dates there would be with another filter. */
export const UpcomingCount = graphql(`
  query UpcomingCount($filter: OccurrenceFilter) {
    occurrences(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

export type FilterChoices = ResultOf<typeof FilterChoicesFragment>;

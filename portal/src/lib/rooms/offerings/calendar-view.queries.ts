import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import { FacetsFragment, FilterChoicesFragment } from './upcoming.queries.ts';

/** A date as a calendar's cell tells it. */
export const CalendarDateFragment = graphql(`
  fragment CalendarDate on Occurrence @_unmask {
    id
    startsAt
    endsAt
    status
    movedAt
    isFull
    place {
      municipality {
        name(languages: $languages) {
          value
        }
      }
    }
    offering {
      id
      title(languages: $languages) {
        value
        language
      }
    }
  }
`);

/** The dates of a span of days, and what they can be narrowed by. */
export const CalendarView = graphql(
  `
    query CalendarView($filter: OccurrenceFilter, $languages: [BCP47!]) {
      occurrences(first: 100, filter: $filter) {
        nodes {
          ...CalendarDate
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
  [CalendarDateFragment, FacetsFragment, FilterChoicesFragment],
);

/** What follows them. */
export const CalendarMore = graphql(
  `
    query CalendarMore($filter: OccurrenceFilter, $after: String, $languages: [BCP47!]) {
      occurrences(first: 100, after: $after, filter: $filter) {
        nodes {
          ...CalendarDate
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CalendarDateFragment],
);

export type CalendarDate = ResultOf<typeof CalendarDateFragment>;

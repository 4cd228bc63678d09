import { graphql } from '#lib/api/graphql.ts';
import { OccurrenceRowFragment } from './occurrence-row.queries.ts';
import { FilterChoicesFragment } from './upcoming.queries.ts';

/** A list for paper: each offering once, by its next date. */
export const PrintedList = graphql(
  `
    query PrintedList($filter: OccurrenceFilter, $languages: [BCP47!]) {
      occurrences(first: 60, filter: $filter) {
        nodes {
          ...OccurrenceRow
        }
      }
      ...FilterChoices
    }
  `,
  [OccurrenceRowFragment, FilterChoicesFragment],
);

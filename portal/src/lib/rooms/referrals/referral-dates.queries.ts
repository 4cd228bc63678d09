import { graphql } from '#lib/api/graphql.ts';
import { DateChangeFragment } from '../offerings/date-change.queries.ts';

/** When the offering of a client who is taken in comes next, and what became of its dates. */
export const ReferralDates = graphql(
  `
    query ReferralDates($id: ID!, $languages: [BCP47!]) {
      offering(id: $id) {
        changedOccurrences {
          id
          startsAt
          ...DateChange
        }
        nextOccurrences(first: 3) {
          id
          startsAt
          status
          takesSignUps
        }
      }
    }
  `,
  [DateChangeFragment],
);

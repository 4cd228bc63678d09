import { graphql } from '#lib/api/graphql.ts';

/** A shift as a volunteer sees it. */
export const ShiftRowFragment = graphql(`
  fragment ShiftRow on Shift @_unmask {
    id
    role
    startsAt
    endsAt
    neededCount
    takenCount
    isCancelled
    overlapsOwn
    occurrence {
      id
      offering {
        title(languages: $languages) {
          value
          language
        }
      }
    }
  }
`);

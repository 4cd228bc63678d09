import { graphql } from '#lib/api/graphql.ts';

/** What became of a date, where it was, and why. */
export const DateChangeFragment = graphql(`
  fragment DateChange on Occurrence @_unmask {
    status
    movedAt
    previousStartsAt
    previousPlace {
      name
    }
    cancelReason(languages: $languages) {
      value
      language
      isFallback
    }
    changeReason(languages: $languages) {
      value
      language
      isFallback
    }
  }
`);

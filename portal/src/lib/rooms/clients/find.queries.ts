import { graphql } from '#lib/api/graphql.ts';
import { ClientCore } from './client.queries.ts';

/** One client with the needs that a search begins with. */
export const FindClient = graphql(
  `
    query FindClient($id: ID!, $languages: [BCP47!]) {
      client(id: $id) {
        ...ClientCore
        needs {
          maximumDistanceKm
        }
      }
    }
  `,
  [ClientCore],
);

export const FindingFields = graphql(`
  fragment FindingFields on MatchFinding @_unmask {
    code
    languages
    times {
      weekday
      part
    }
    themes {
      label(languages: $languages) {
        value
      }
    }
  }
`);

/** An offering that was found, with what speaks for it and against it. */
export const MatchFields = graphql(
  `
    fragment MatchFields on OfferingMatch @_unmask {
      fitsAll
      distanceKm
      nextAt
      placesLeft
      reasons {
        ...FindingFields
      }
      misfits {
        ...FindingFields
      }
      remarks {
        ...FindingFields
      }
      offering {
        id
        title(languages: $languages) {
          value
          language
          isFallback
        }
        summary(languages: $languages) {
          value
          language
          isFallback
        }
        organisation {
          name
        }
        finnishLevel
        priceEuroCents
        isFree
        place {
          name
          municipality {
            name(languages: $languages) {
              value
            }
          }
        }
      }
    }
  `,
  [FindingFields],
);

/** Offerings that take referrals, the best fit first, with what speaks for them and against them. */
export const MatchOfferings = graphql(
  `
    query MatchOfferings($needs: OfferingNeedsInput!, $languages: [BCP47!]) {
      matchOfferings(needs: $needs, first: 30) {
        consideredCount
        fitAllCount
        withoutOne {
          wishes
          fitAllCount
        }
        bestPair {
          wishes
          fitAllCount
        }
        matches {
          ...MatchFields
        }
      }
    }
  `,
  [MatchFields],
);

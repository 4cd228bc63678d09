import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import { OccurrenceDateFragment, OfferingFactsFragment, PlaceFragment } from './offering-facts.queries.ts';

/** An offering with its next dates; `chosen` is the date by which the reader came. */
export const OfferingPage = graphql(
  `
    query OfferingPage($id: ID!, $dateId: ID!, $hasDate: Boolean!, $languages: [BCP47!]) {
      offering(id: $id) {
        ...OfferingFacts
        status
        freshness
        takesSignUps
        endsOn
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
        description(languages: $languages) {
          value
          language
          isFallback
        }
        translations {
          language
          state
          sourceLanguage
          isMachine
        }
        place {
          ...PlaceFacts
        }
        themes {
          id
          label(languages: $languages) {
            value
            language
          }
        }
        coHosts {
          id
          name
        }
        schedules {
          startsAtLocal
          durationMinutes
          timeKind
          rhythm
          interval
          monthWeek
          weekdays
          untilOn
          count
          skippedOn
          extraStarts
          skipsHolidays
          skipsSchoolBreaks
        }
        nextOccurrences(first: 10) {
          ...OccurrenceDate
          place {
            ...PlaceFacts
          }
        }
      }
      chosen: occurrence(id: $dateId) @include(if: $hasDate) {
        ...OccurrenceDate
        place {
          ...PlaceFacts
        }
        offering {
          id
        }
      }
    }
  `,
  [OfferingFactsFragment, PlaceFragment, OccurrenceDateFragment],
);

export type OfferingPageOffering = NonNullable<ResultOf<typeof OfferingPage>['offering']>;

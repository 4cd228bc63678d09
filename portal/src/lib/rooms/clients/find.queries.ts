import { graphql } from '#lib/api/graphql.ts';

/** Offerings that take referrals, as far as matching needs them. */
export const FindOfferings = graphql(`
  query FindOfferings($filter: OfferingFilter, $after: String, $languages: [BCP47!]) {
    offerings(first: 30, after: $after, filter: $filter) {
      nodes {
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
          id
          name
          canReceiveReferrals
        }
        spokenLanguages
        finnishLevel
        womenOnly
        childrenWelcome
        hasChildCare
        stepFree
        transportHelp
        isFree
        priceEuroCents
        place {
          municipality {
            code
            name(languages: $languages) {
              value
            }
          }
        }
        themes {
          id
        }
        nextOccurrences(first: 1) {
          id
          startsAt
          placesLeft
          isFull
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** How many there would be with one wish dropped; a wish that is not set repeats the whole filter. */
export const WithoutOneWish = graphql(`
  query WithoutOneWish(
    $language: OfferingFilter
    $municipality: OfferingFilter
    $theme: OfferingFilter
    $finnish: OfferingFilter
    $children: OfferingFilter
    $free: OfferingFilter
    $text: OfferingFilter
    $all: OfferingFilter
  ) {
    language: offerings(first: 1, filter: $language) {
      totalCount
    }
    municipality: offerings(first: 1, filter: $municipality) {
      totalCount
    }
    theme: offerings(first: 1, filter: $theme) {
      totalCount
    }
    finnish: offerings(first: 1, filter: $finnish) {
      totalCount
    }
    children: offerings(first: 1, filter: $children) {
      totalCount
    }
    free: offerings(first: 1, filter: $free) {
      totalCount
    }
    text: offerings(first: 1, filter: $text) {
      totalCount
    }
    all: offerings(first: 1, filter: $all) {
      totalCount
    }
  }
`);

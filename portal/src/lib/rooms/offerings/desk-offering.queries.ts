import { graphql, type ResultOf } from '#lib/api/graphql.ts';

/** What the form of an offering lets one choose from, and what it takes over from the organisation. */
export const OfferingChoices = graphql(`
  query OfferingChoices($organisationId: ID!, $languages: [BCP47!]) {
    organisation(id: $organisationId) {
      id
      email
      phone
      languages
      canReceiveReferrals
      municipality {
        code
      }
      viewerCan {
        createOffering
      }
    }
    places(organisationId: $organisationId) {
      id
      name
      streetAddress
      municipality {
        name(languages: $languages) {
          value
        }
      }
    }
    municipalities(regionOnly: true) {
      code
      name(languages: $languages) {
        value
      }
    }
    languages {
      tag
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

/** An offering as its own people edit it. */
export const EditedOffering = graphql(`
  query EditedOffering($id: ID!) {
    offering(id: $id) {
      id
      version
      status
      kind
      sourceLanguage
      translations {
        language
        title
        summary
        description
      }
      spokenLanguages
      finnishLevel
      audience
      ageMinimum
      ageMaximum
      womenOnly
      childrenWelcome
      hasChildCare
      stepFree
      transportHelp
      priceEuroCents
      priceNote
      capacity
      takesSignUps
      takesReferrals
      isSensitive
      contactName
      contactEmail
      contactPhone
      onlineUrl
      place {
        id
        name
      }
      themes {
        id
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
        skippedOn
        extraStarts
        skipsHolidays
        skipsSchoolBreaks
      }
      nextOccurrences(first: 10) {
        startsAt
        endsAt
      }
      viewerCan {
        update
        publish
      }
    }
  }
`);

/** The dates with people that other times would cancel. */
export const StrandedDates = graphql(`
  query StrandedDates($offeringId: ID!, $schedules: [ScheduleInput!]!) {
    previewScheduleChange(offeringId: $offeringId, schedules: $schedules) {
      stranded {
        id
        startsAt
        endsAt
        placesTaken
      }
    }
  }
`);

export const PreviewSchedule = graphql(`
  query PreviewSchedule($input: ScheduleInput!, $municipalityCode: MunicipalityCode) {
    previewSchedule(count: 10, input: $input, municipalityCode: $municipalityCode) {
      dates {
        startsAt
        endsAt
      }
      totalCount
    }
  }
`);

export const SimilarOfferings = graphql(`
  query SimilarOfferings($input: SimilarOfferingInput!, $languages: [BCP47!]) {
    similarOfferings(input: $input) {
      isSameTime
      isSamePlace
      offering {
        id
        title(languages: $languages) {
          value
          language
        }
        organisation {
          name
        }
      }
    }
  }
`);
export type SimilarOffering = ResultOf<typeof SimilarOfferings>['similarOfferings'][number];

import type { FragmentOf } from '#lib/api/graphql.ts';
import { formatDayAndTime } from '#lib/i18n/dates.ts';
import { formatEuros, formatList, formatNumber, languageName } from '#lib/i18n/words.ts';
import * as words from '#lib/paraglide/messages.js';
import type { FindingFields, MatchFields } from './find.queries.ts';
import { codeOf, timesInWords } from './free-times.ts';

type Match = FragmentOf<typeof MatchFields>;
type Finding = FragmentOf<typeof FindingFields>;
type FoundMatch = Match & { offering: NonNullable<Match['offering']> };

const languagesOf = ({ languages }: Finding): string => formatList(languages.map((tag) => languageName(tag)));
const timesOf = ({ times }: Finding): string => timesInWords(times.map(codeOf));
const kmOf = ({ distanceKm }: Match): string => formatNumber(distanceKm ?? 0);

/** Each finding in words. */
const findingWords: Readonly<Record<Finding['code'], (finding: Finding, match: FoundMatch) => string>> = {
  HAS_WORDS: () => words.caseworker_fit_words(),
  OTHER_WORDS: () => words.caseworker_fit_other_words(),
  IN_LANGUAGE: (finding) => words.caseworker_fit_in_language({ languages: languagesOf(finding) }),
  NOT_IN_LANGUAGE: (finding) => words.caseworker_fit_not_in_language({ languages: languagesOf(finding) }),
  WALKABLE: (_, match) => words.caseworker_fit_walkable({ km: kmOf(match) }),
  NEAR: (_, match) => words.caseworker_fit_distance({ km: kmOf(match) }),
  TOO_FAR: (_, match) => words.caseworker_fit_too_far({ km: kmOf(match) }),
  ONLINE: () => words.public_online(),
  DISTANCE_UNKNOWN: () => words.caseworker_fit_distance_unknown(),
  AT_FREE_TIME: (finding) => words.caseworker_fit_at_time({ times: timesOf(finding) }),
  NOT_AT_FREE_TIME: (finding) => words.caseworker_fit_not_at_time({ times: timesOf(finding) }),
  NO_DATES: () => words.caseworker_fit_no_dates(),
  HAS_THEME: ({ themes }) =>
    words.caseworker_fit_themes({ themes: formatList(themes.map(({ label }) => label.value)) }),
  OTHER_THEMES: () => words.caseworker_fit_other_themes(),
  NO_FINNISH_NEEDED: () => words.caseworker_fit_no_finnish(),
  FINNISH_ENOUGH: (_, { offering }) => words.caseworker_fit_finnish({ level: offering.finnishLevel }),
  MORE_FINNISH_NEEDED: (_, { offering }) => words.caseworker_fit_finnish({ level: offering.finnishLevel }),
  FOR_AGE: () => words.caseworker_fit_age(),
  OTHER_AGE: () => words.caseworker_fit_other_age(),
  FOR_WOMEN: () => words.caseworker_fit_women_only(),
  NOT_ONLY_WOMEN: () => words.caseworker_fit_not_only_women(),
  FOR_MEN: () => words.caseworker_fit_for_men(),
  CHILDREN_WELCOME: () => words.caseworker_fit_children(),
  NO_CHILDREN: () => words.caseworker_fit_no_children(),
  HAS_CHILD_CARE: () => words.caseworker_fit_child_care(),
  NO_CHILD_CARE: () => words.caseworker_fit_no_child_care(),
  IS_STEP_FREE: () => words.caseworker_fit_step_free(),
  NOT_STEP_FREE: () => words.caseworker_fit_not_step_free(),
  TRANSPORT_HELP: () => words.caseworker_fit_transport(),
  NO_TRANSPORT_HELP: () => words.caseworker_fit_no_transport(),
  IS_FREE: () => words.ui_free(),
  COSTS: (_, { offering }) => formatEuros(offering.priceEuroCents),
  ROOM_LEFT: (_, { placesLeft }) =>
    words.caseworker_fit_places_left({ count: formatNumber(placesLeft ?? 0) }),
  NO_LIMIT: () => words.caseworker_fit_no_limit(),
  FULL: () => words.caseworker_fit_full(),
  ASK_ABOUT_HEARING: () => words.caseworker_fit_ask_hearing(),
  ASK_ABOUT_SIGHT: () => words.caseworker_fit_ask_sight(),
  NOT_UPDATED_LATELY: () => words.caseworker_fit_old(),
};

function placeWords({ place }: FoundMatch['offering']): string[] {
  return place
    ? [
        words.caseworker_fit_in_municipality({
          municipality: `${place.name}, ${place.municipality.name.value}`,
        }),
      ]
    : [];
}

/** A match in words: what fits, what does not, and what is good to know. */
export function fitOf(match: FoundMatch) {
  const { offering } = match;
  const say = (finding: Finding): string => findingWords[finding.code](finding, match);
  const told = new Set([...match.reasons, ...match.misfits].map(({ code }) => code));
  const isDistanceTold = ['WALKABLE', 'NEAR', 'TOO_FAR'].some((code) => told.has(code as Finding['code']));
  return {
    id: offering.id,
    title: offering.title,
    summary: offering.summary,
    organisation: offering.organisation.name,
    fits: match.reasons.map(say),
    against: match.misfits.map(say),
    facts: [
      ...(match.nextAt ? [words.caseworker_fit_next({ when: formatDayAndTime(match.nextAt) })] : []),
      ...placeWords(offering),
      ...(match.distanceKm !== null && !isDistanceTold
        ? [words.caseworker_fit_distance({ km: kmOf(match) })]
        : []),
      ...(told.has('IS_FREE') || told.has('COSTS')
        ? []
        : [offering.isFree ? words.ui_free() : formatEuros(offering.priceEuroCents)]),
      ...match.remarks.map(say),
    ],
  };
}

export type Fit = ReturnType<typeof fitOf>;

/** The matches whose offering may still be seen. */
export function fitsOf(matches: readonly Match[]): Fit[] {
  return matches.flatMap((match) => (match.offering ? [fitOf({ ...match, offering: match.offering })] : []));
}

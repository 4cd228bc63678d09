import type { FragmentOf, ResultOf } from '#lib/api/graphql.ts';
import { formatDayAndTime } from '#lib/i18n/dates.ts';
import { formatList, formatNumber, languageName } from '#lib/i18n/words.ts';
import {
  caseworker_fit_child_care,
  caseworker_fit_children,
  caseworker_fit_finnish,
  caseworker_fit_full,
  caseworker_fit_in_language,
  caseworker_fit_in_municipality,
  caseworker_fit_next,
  caseworker_fit_no_child_care,
  caseworker_fit_no_finnish,
  caseworker_fit_not_in_language,
  caseworker_fit_not_step_free,
  caseworker_fit_places_left,
  caseworker_fit_step_free,
  caseworker_fit_transport,
  caseworker_fit_women_only,
} from '#lib/paraglide/messages.js';
import type { ClientCore } from './client.queries.ts';
import type { FindOfferings } from './find.queries.ts';

export type Client = FragmentOf<typeof ClientCore>;
export type FoundOffering = ResultOf<typeof FindOfferings>['offerings']['nodes'][number];

/** One reason for or against, in words. */
export interface Reason {
  text: string;
  /** `fits`: a wish is met; `against`: one is not; `fact`: good to know. */
  kind: 'fits' | 'against' | 'fact';
}

const levels = ['NONE', 'A1', 'A2', 'B1', 'B2'] as const;
const baseOf = (tag: string): string => tag.split('-')[0] ?? tag;

export function languageReason(client: Client, offering: FoundOffering): Reason {
  const known = new Set(client.languages.map(baseOf));
  const shared = offering.spokenLanguages.filter((tag) => known.has(baseOf(tag)));
  const names = (tags: readonly string[]): string => formatList(tags.map((tag) => languageName(tag)));
  return shared.length > 0
    ? { kind: 'fits', text: caseworker_fit_in_language({ languages: names(shared) }) }
    : {
        kind: 'against',
        text: caseworker_fit_not_in_language({ languages: names(offering.spokenLanguages) }),
      };
}

export function finnishReason(client: Client, { finnishLevel }: FoundOffering): Reason {
  if (finnishLevel === 'NONE') return { kind: 'fits', text: caseworker_fit_no_finnish() };
  const isEnough = levels.indexOf(client.finnishLevel) >= levels.indexOf(finnishLevel);
  return { kind: isEnough ? 'fits' : 'against', text: caseworker_fit_finnish({ level: finnishLevel }) };
}

export function placeReasons(client: Client, { place }: FoundOffering): Reason[] {
  if (!place) return [];
  const isHere = place.municipality.code === client.municipality.code;
  const text = caseworker_fit_in_municipality({ municipality: place.municipality.name.value });
  return [{ kind: isHere ? 'fits' : 'fact', text }];
}

export function accessReasons(client: Client, offering: FoundOffering): Reason[] {
  const needs = new Set(client.accessNeeds);
  const reasons: (Reason | undefined)[] = [
    offering.hasChildCare
      ? { kind: needs.has('CHILD_CARE') ? 'fits' : 'fact', text: caseworker_fit_child_care() }
      : needs.has('CHILD_CARE')
        ? { kind: 'against', text: caseworker_fit_no_child_care() }
        : undefined,
    offering.childrenWelcome ? { kind: 'fact', text: caseworker_fit_children() } : undefined,
    offering.stepFree
      ? { kind: needs.has('STEP_FREE') ? 'fits' : 'fact', text: caseworker_fit_step_free() }
      : needs.has('STEP_FREE')
        ? { kind: 'against', text: caseworker_fit_not_step_free() }
        : undefined,
    offering.transportHelp && needs.has('TRANSPORT')
      ? { kind: 'fits', text: caseworker_fit_transport() }
      : undefined,
    offering.womenOnly
      ? { kind: needs.has('WOMEN_ONLY') ? 'fits' : 'fact', text: caseworker_fit_women_only() }
      : undefined,
  ];
  return reasons.filter((reason) => reason !== undefined);
}

export function timeReasons({ nextOccurrences: [next] }: FoundOffering): Reason[] {
  if (!next) return [];
  const when: Reason = { kind: 'fact', text: caseworker_fit_next({ when: formatDayAndTime(next.startsAt) }) };
  if (next.isFull) return [when, { kind: 'against', text: caseworker_fit_full() }];
  if (next.placesLeft === null) return [when];
  return [when, { kind: 'fits', text: caseworker_fit_places_left({ count: formatNumber(next.placesLeft) }) }];
}

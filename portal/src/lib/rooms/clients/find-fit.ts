import type { FragmentOf, ResultOf } from '#lib/api/graphql.ts';
import { formatDayAndTime } from '#lib/i18n/dates.ts';
import { formatEuros, formatList, formatNumber, languageName } from '#lib/i18n/words.ts';
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
  ui_free,
} from '#lib/paraglide/messages.js';
import type { ClientCore } from './client.queries.ts';
import type { FindOfferings } from './find.queries.ts';

type Client = FragmentOf<typeof ClientCore>;
type Offering = ResultOf<typeof FindOfferings>['offerings']['nodes'][number];

/** One reason for or against, in words. */
interface Reason {
  text: string;
  /** `fits`: a wish is met; `against`: one is not; `fact`: good to know. */
  kind: 'fits' | 'against' | 'fact';
}

const levels = ['NONE', 'A1', 'A2', 'B1', 'B2'] as const;
const baseOf = (tag: string): string => tag.split('-')[0] ?? tag;

function languageReason(client: Client, offering: Offering): Reason {
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

function finnishReason(client: Client, { finnishLevel }: Offering): Reason {
  if (finnishLevel === 'NONE') return { kind: 'fits', text: caseworker_fit_no_finnish() };
  const isEnough = levels.indexOf(client.finnishLevel) >= levels.indexOf(finnishLevel);
  return { kind: isEnough ? 'fits' : 'against', text: caseworker_fit_finnish({ level: finnishLevel }) };
}

function placeReasons(client: Client, { place }: Offering): Reason[] {
  if (!place) return [];
  const isHere = place.municipality.code === client.municipality.code;
  const text = caseworker_fit_in_municipality({ municipality: place.municipality.name.value });
  return [{ kind: isHere ? 'fits' : 'fact', text }];
}

function accessReasons(client: Client, offering: Offering): Reason[] {
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

function timeReasons({ nextOccurrences: [next] }: Offering): Reason[] {
  if (!next) return [];
  const when: Reason = { kind: 'fact', text: caseworker_fit_next({ when: formatDayAndTime(next.startsAt) }) };
  if (next.isFull) return [when, { kind: 'against', text: caseworker_fit_full() }];
  if (next.placesLeft === null) return [when];
  return [when, { kind: 'fits', text: caseworker_fit_places_left({ count: formatNumber(next.placesLeft) }) }];
}

/** An offering with every reason for and against it, best reasons first. */
export function fitOf(client: Client, offering: Offering) {
  const wished = new Set(client.wishes.map(({ id }) => id));
  const themes = offering.themes.filter(({ id }) => wished.has(id));
  const reasons: Reason[] = [
    languageReason(client, offering),
    finnishReason(client, offering),
    ...placeReasons(client, offering),
    ...themes.map(({ label }): Reason => ({ kind: 'fits', text: label.value })),
    { kind: 'fact', text: offering.isFree ? ui_free() : formatEuros(offering.priceEuroCents) },
    ...accessReasons(client, offering),
    ...timeReasons(offering),
  ];
  const of = (kind: Reason['kind']): string[] =>
    reasons.filter((reason) => reason.kind === kind).map(({ text }) => text);
  return {
    id: offering.id,
    title: offering.title,
    summary: offering.summary,
    organisation: offering.organisation.name,
    canReceive: offering.organisation.canReceiveReferrals,
    fits: of('fits'),
    against: of('against'),
    facts: of('fact'),
    startsAt: offering.nextOccurrences[0]?.startsAt ?? '9999',
  };
}

export type Fit = ReturnType<typeof fitOf>;

/** Who can be referred first; then the better fit, the sooner, the id: the same input gives the same order. */
export function byFit(left: Fit, right: Fit): number {
  const score = ({ canReceive, fits, against }: Fit): number =>
    (canReceive ? 100 : 0) + fits.length - 2 * against.length;
  return (
    score(right) - score(left) ||
    left.startsAt.localeCompare(right.startsAt) ||
    left.id.localeCompare(right.id)
  );
}

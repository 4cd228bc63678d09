import { dateOf, formatTime } from '#lib/i18n/dates.ts';
import {
  exports_day,
  exports_end,
  exports_hours,
  exports_languages,
  exports_municipality,
  exports_name,
  exports_place,
  exports_places,
  exports_price,
  exports_signed_up,
  exports_start,
  exports_status,
  exports_translations,
  exports_waiting,
  ui_cancelled,
  ui_postponed,
} from '#lib/paraglide/messages.js';
import { statusWords } from '#lib/rooms/offerings/desk-status-words.ts';
import { orError } from '#lib/server/forms.ts';
import type { Table } from '#lib/server/table-file.ts';
import { ExportDates, ExportOfferings } from './exports.queries.ts';

interface Asked {
  readonly locals: App.Locals;
  readonly organisationId: string;
}

/** More pages of 100 than any association fills. */
const mostPages = 50;

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The rows of every page, one after the other. */
const everything = async <Node>(ask: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> => {
  const found: Node[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const { nodes, pageInfo }: Page<Node> = await ask(after);
    found.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return found;
};

/** All offerings of an organisation, as its members see them. */
export const offeringsTable = async ({ locals, organisationId }: Asked): Promise<Table> => {
  const offerings = await everything(async (after) => {
    const variables = { organisationId, after, languages: [locals.lang] };
    return orError(await locals.api.query(ExportOfferings, variables)).offerings;
  });
  const rows = offerings.map((offering) => [
    offering.title.value,
    statusWords[offering.status](),
    offering.spokenLanguages.join(' '),
    offering.translations.map(({ language }) => language).join(' '),
    offering.place?.name ?? null,
    offering.place?.municipality.name.value ?? null,
    offering.capacity,
    offering.priceEuroCents / 100,
  ]);
  const heading = [
    exports_name(),
    exports_status(),
    exports_languages(),
    exports_translations(),
    exports_place(),
    exports_municipality(),
    exports_places(),
    exports_price(),
  ];
  return [heading, ...rows];
};

const statusOf = (status: string): string => {
  if (status === 'CANCELLED') return ui_cancelled();
  return status === 'POSTPONED' ? ui_postponed() : '';
};

/** Every date of a year with its hours and how many have signed up: counts alone, nobody's name. */
export const datesTable = async ({ locals, organisationId }: Asked, year: number): Promise<Table> => {
  const span = { from: `${year}-01-01T00:00:00+02:00`, to: `${year + 1}-01-01T00:00:00+02:00` };
  const dates = await everything(async (after) => {
    const variables = { organisationId, ...span, after, languages: [locals.lang] };
    return orError(await locals.api.query(ExportDates, variables)).occurrences;
  });
  const rows = dates.map((date) => [
    dateOf(date.startsAt),
    formatTime(date.startsAt, 'en'),
    formatTime(date.endsAt, 'en'),
    Math.round((Date.parse(date.endsAt) - Date.parse(date.startsAt)) / 36_000) / 100,
    date.offering.title.value,
    date.place?.name ?? null,
    statusOf(date.status),
    date.capacity,
    date.placesTaken,
    date.waitingCount,
  ]);
  const heading = [
    exports_day(),
    exports_start(),
    exports_end(),
    exports_hours(),
    exports_name(),
    exports_place(),
    exports_status(),
    exports_places(),
    exports_signed_up(),
    exports_waiting(),
  ];
  return [heading, ...rows];
};

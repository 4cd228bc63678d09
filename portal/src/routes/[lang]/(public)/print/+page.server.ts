import { dateOf } from '#lib/i18n/dates.ts';
import { activeFilters } from '#lib/rooms/offerings/active-filters.ts';
import { toOccurrenceFilter } from '#lib/rooms/offerings/upcoming-days.ts';
import { readFilter, toQuery } from '#lib/rooms/offerings/upcoming-filter.ts';
import { PrintedList } from '#lib/rooms/offerings/printed-list.queries.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
  const now = new Date();
  const filter = readFilter(url.searchParams);
  const { occurrences, ...choices } = orError(
    await locals.api.query(PrintedList, {
      filter: { ...toOccurrenceFilter(filter, now), nextOnly: true },
      languages: [locals.lang],
    }),
  );
  return {
    occurrences: occurrences.nodes,
    active: activeFilters(filter, choices),
    listUrl: `${url.origin}/${locals.lang}${toQuery(filter)}`,
    today: dateOf(now),
  };
};

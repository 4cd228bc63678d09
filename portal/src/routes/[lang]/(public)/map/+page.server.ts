import { dateOf } from '#lib/i18n/dates.ts';
import { activeFilters } from '#lib/rooms/offerings/active-filters.ts';
import { mapAreas, mapSize } from '#lib/rooms/offerings/browse-map.ts';
import { BrowseMap } from '#lib/rooms/offerings/browse-map.queries.ts';
import { toOccurrenceFilter } from '#lib/rooms/offerings/upcoming-days.ts';
import { readFilter, toQuery } from '#lib/rooms/offerings/upcoming-filter.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
  const now = new Date();
  const filter = readFilter(url.searchParams);
  const { occurrenceFacets, named, ...choices } = orError(
    await locals.api.query(BrowseMap, {
      filter: toOccurrenceFilter(filter, now),
      languages: [locals.lang],
    }),
  );
  const countOf = new Map(occurrenceFacets.municipalities.map(({ value, count }) => [value, count]));
  const areas = named.flatMap(({ code, name, own }) => {
    const area = mapAreas.get(name.value);
    const count = countOf.get(code) ?? 0;
    return area
      ? [{ ...area, code, name: own.value, count, query: toQuery({ ...filter, municipalities: [code] }) }]
      : [];
  });
  return {
    size: mapSize,
    areas,
    online: {
      count: occurrenceFacets.online,
      query: toQuery({ ...filter, isOnline: true, municipalities: [] }),
    },
    filter,
    choices,
    facets: occurrenceFacets,
    active: activeFilters(filter, choices),
    today: dateOf(now),
  };
};

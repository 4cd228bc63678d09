import { redirect } from '@sveltejs/kit';
import { orError } from '#lib/server/forms.ts';
import { dateOf } from '#lib/i18n/dates.ts';
import { activeFilters } from '#lib/rooms/offerings/active-filters.ts';
import { dropsOf } from '#lib/rooms/offerings/filter-drops.ts';
import { toOccurrenceFilter } from '#lib/rooms/offerings/upcoming-days.ts';
import { readFilter, toQuery, type UpcomingFilter } from '#lib/rooms/offerings/upcoming-filter.ts';
import { UpcomingPage, UpcomingStart } from '#lib/rooms/offerings/upcoming.queries.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

type Locals = App.Locals;

/** Both lists from their beginning: what takes place once, and what comes round. */
async function readStart({ api, lang }: Locals, filter: UpcomingFilter, now: Date) {
  const asked = toOccurrenceFilter(filter, now);
  const { once, regular, occurrenceFacets, ...choices } = orError(
    await api.query(UpcomingStart, {
      filter: asked,
      once: { ...asked, rhythm: 'ONCE', nextOnly: true },
      regular: { ...asked, rhythm: 'REGULAR', nextOnly: true },
      languages: [lang],
    }),
  );
  const parts = (
    [
      ['ONCE', once],
      ['REGULAR', regular],
    ] as const
  ).map(([rhythm, list]) => ({
    rhythm,
    occurrences: list.nodes,
    nextQuery: list.pageInfo.hasNextPage ? toQuery({ ...filter, rhythm }) : undefined,
  }));
  return {
    parts: parts.filter(({ occurrences }) => occurrences.length > 0),
    facets: occurrenceFacets,
    choices,
  };
}

/** One list alone, by pages. */
async function readPage({ api, lang }: Locals, filter: UpcomingFilter, after: string | null, now: Date) {
  const asked = toOccurrenceFilter(filter, now);
  const result = await api.query(UpcomingPage, {
    filter: asked,
    list: { ...asked, nextOnly: true },
    after,
    languages: [lang],
  });
  // A cursor that somebody cut off or that belongs to another list leads to the list's beginning.
  if (result.error?.code === 'INVALID_INPUT' && after !== null) redirect(303, `/${lang}${toQuery(filter)}`);
  const { occurrences, occurrenceFacets, ...choices } = orError(result);
  const { endCursor, hasNextPage } = occurrences.pageInfo;
  const part = {
    rhythm: filter.rhythm,
    occurrences: occurrences.nodes,
    nextQuery: hasNextPage && endCursor ? toQuery(filter, endCursor) : undefined,
  };
  return { parts: occurrences.nodes.length > 0 ? [part] : [], facets: occurrenceFacets, choices };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const now = new Date();
  const filter = readFilter(url.searchParams);
  const after = url.searchParams.get('after');
  const isStart = filter.rhythm === '' && after === null;
  const { parts, facets, choices } = isStart
    ? await readStart(locals, filter, now)
    : await readPage(locals, filter, after, now);
  const active = activeFilters(filter, choices);
  return {
    parts,
    facets,
    filter,
    choices,
    active,
    drops: parts.length === 0 ? await dropsOf(locals.api, active, now) : [],
    isLaterPage: after !== null,
    now: now.toISOString(),
    today: dateOf(now),
  };
};

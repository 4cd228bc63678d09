import { redirect } from '@sveltejs/kit';
import type { RequestApi } from '#lib/server/request-api.ts';
import { orError } from '#lib/server/forms.ts';
import { dateOf } from '#lib/i18n/dates.ts';
import { activeFilters, type ActiveFilter } from '#lib/rooms/offerings/active-filters.ts';
import { toOccurrenceFilter } from '#lib/rooms/offerings/upcoming-days.ts';
import { readFilter, toQuery } from '#lib/rooms/offerings/upcoming-filter.ts';
import { UpcomingCount, UpcomingPage } from '#lib/rooms/offerings/upcoming.queries.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const mostDrops = 6;

/** Which one choice to leave out so that something is found, the most promising first. */
async function dropsOf(api: RequestApi, active: readonly ActiveFilter[], now: Date) {
  const counted = active.slice(0, mostDrops).map(async (choice) => {
    const { data } = await api.query(UpcomingCount, { filter: toOccurrenceFilter(choice.without, now) });
    return { ...choice, count: data?.occurrences.totalCount ?? 0 };
  });
  const drops = await Promise.all(counted);
  return drops.filter(({ count }) => count > 0).sort((left, right) => right.count - left.count);
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const now = new Date();
  const filter = readFilter(url.searchParams);
  const after = url.searchParams.get('after');
  const result = await locals.api.query(UpcomingPage, {
    filter: toOccurrenceFilter(filter, now),
    after,
    languages: [locals.lang],
  });
  // A cursor that somebody cut off or that belongs to another list leads to the list's beginning.
  if (result.error?.code === 'INVALID_INPUT' && after !== null) {
    redirect(303, `/${locals.lang}${toQuery(filter)}`);
  }
  const { occurrences, ...choices } = orError(result);
  const active = activeFilters(filter, choices);
  const { endCursor, hasNextPage } = occurrences.pageInfo;
  return {
    occurrences: occurrences.nodes,
    totalCount: occurrences.totalCount,
    filter,
    choices,
    active,
    drops: occurrences.nodes.length === 0 ? await dropsOf(locals.api, active, now) : [],
    isLaterPage: after !== null,
    nextQuery: hasNextPage && endCursor ? toQuery(filter, endCursor) : undefined,
    now: now.toISOString(),
    today: dateOf(now),
  };
};

import type { RequestApi } from '#lib/server/request-api.ts';
import type { ActiveFilter } from './active-filters.ts';
import { toOccurrenceFilter } from './upcoming-days.ts';
import { UpcomingCount } from './upcoming.queries.ts';

const mostDrops = 6;

/** Which one choice to leave out so that something is found, the most promising first. */
export async function dropsOf(api: RequestApi, active: readonly ActiveFilter[], now: Date) {
  const counted = active.slice(0, mostDrops).map(async (choice) => {
    const { data } = await api.query(UpcomingCount, { filter: toOccurrenceFilter(choice.without, now) });
    return { ...choice, count: data?.occurrenceFacets.offeringCount ?? 0 };
  });
  const drops = await Promise.all(counted);
  return drops.filter(({ count }) => count > 0).sort((left, right) => right.count - left.count);
}

import type { VariablesOf } from '#lib/api/graphql.ts';
import { dateOf, timeZone } from '#lib/i18n/dates.ts';
import type { UpcomingPage } from './upcoming.queries.ts';
import type { UpcomingFilter } from './upcoming-filter.ts';

type OccurrenceFilter = NonNullable<VariablesOf<typeof UpcomingPage>['filter']>;

/** The instant at which a day begins in the region, also where the clocks change. */
function startOf(day: Temporal.PlainDate): string {
  return day.toZonedDateTime(timeZone).toInstant().toString();
}

function rangeOf(filter: UpcomingFilter, now: Date): { from?: string; to?: string } {
  const today = Temporal.PlainDate.from(dateOf(now));
  if (filter.when === 'today') return { to: startOf(today.add({ days: 1 })) };
  // To the end of Sunday, to the end of the month: what is over has left the list already.
  if (filter.when === 'week') return { to: startOf(today.add({ days: 8 - today.dayOfWeek })) };
  if (filter.when === 'month') return { to: startOf(today.with({ day: 1 }).add({ months: 1 })) };
  if (filter.when !== 'pick') return {};
  const isLater = filter.from !== '' && filter.from > today.toString();
  return {
    ...(isLater ? { from: startOf(Temporal.PlainDate.from(filter.from)) } : {}),
    ...(filter.to ? { to: startOf(Temporal.PlainDate.from(filter.to).add({ days: 1 })) } : {}),
  };
}

/** The filter as the API takes it. */
export function toOccurrenceFilter(filter: UpcomingFilter, now: Date): OccurrenceFilter {
  return {
    ...rangeOf(filter, now),
    ...(filter.text ? { text: filter.text } : {}),
    ...(filter.municipalities.length > 0 ? { municipalityCodes: [...filter.municipalities] } : {}),
    ...(filter.language ? { languages: [filter.language] } : {}),
    ...(filter.kind ? { kinds: [filter.kind] } : {}),
    ...(filter.theme ? { themeIds: [filter.theme] } : {}),
    ...(filter.near ? { near: { municipalityCode: filter.near, kilometres: filter.kilometres } } : {}),
    ...(filter.finnish ? { finnishLevelAtMost: filter.finnish } : {}),
    ...(filter.audience ? { audiences: [filter.audience] } : {}),
    ...(filter.part ? { partsOfDay: [filter.part] } : {}),
    ...(filter.rhythm ? { rhythm: filter.rhythm } : {}),
    ...(filter.isFree ? { free: true } : {}),
    ...(filter.childrenWelcome ? { childrenWelcome: true } : {}),
    ...(filter.womenOnly ? { womenOnly: true } : {}),
    ...(filter.stepFree ? { stepFree: true } : {}),
    ...(filter.isOnline ? { online: true } : {}),
    ...(filter.hasRoom ? { hasRoom: true } : {}),
  };
}

import { dateOf } from '#lib/i18n/dates.ts';
import { orError } from '#lib/server/forms.ts';
import { activeFilters } from './active-filters.ts';
import type { CalendarSpan } from './calendar-days.ts';
import { CalendarMore, CalendarView, type CalendarDate } from './calendar-view.queries.ts';
import { toOccurrenceFilter } from './upcoming-days.ts';
import { readDate, readFilter, toParams } from './upcoming-filter.ts';

/** A month holds no more pages of a hundred dates than this. */
const mostPages = 8;

/** The dates of a span day by day, with the choices of the address; days that are over show nothing. */
export async function readCalendar<Span extends CalendarSpan>(
  { api, lang }: App.Locals,
  params: URLSearchParams,
  spanOf: (day: string) => Span,
) {
  const now = new Date();
  const today = dateOf(now);
  const filter = { ...readFilter(params), when: '', from: '', to: '' } as const;
  const span = spanOf(readDate(params.get('day')) || today);
  const { from, to } = span;
  const asked = { ...toOccurrenceFilter(filter, now), ...(from > now.toISOString() ? { from } : {}), to };
  const { occurrences, occurrenceFacets, ...choices } = orError(
    await api.query(CalendarView, { filter: asked, languages: [lang] }),
  );
  const dates: CalendarDate[] = [...occurrences.nodes];
  let { pageInfo } = occurrences;
  for (let page = 1; page < mostPages && pageInfo.hasNextPage; page += 1) {
    const more = orError(
      await api.query(CalendarMore, { filter: asked, after: pageInfo.endCursor, languages: [lang] }),
    );
    dates.push(...more.occurrences.nodes);
    ({ pageInfo } = more.occurrences);
  }
  const byDay = Map.groupBy(dates, ({ startsAt }) => (dateOf(startsAt) < today ? today : dateOf(startsAt)));
  const queryAt = (day: string): string => {
    const query = toParams(filter);
    query.set('day', day);
    return `?${query}`;
  };
  return {
    span,
    days: span.days.map((day) => ({ day, dates: byDay.get(day) ?? [] })),
    filter,
    choices,
    facets: occurrenceFacets,
    active: activeFilters(filter, choices),
    earlierQuery: queryAt(span.earlier),
    laterQuery: queryAt(span.later),
    today,
  };
}

import type { ImportedSeries } from './import-source.ts';
import type { CalendarEvent } from './ics.event.ts';
import { helsinkiOf, type Moment } from './ics.moments.ts';

const MOST_RULES = 10;
const MOST_DATES = 2_000;

const dayOf = (wall: string): string => wall.slice(0, 10);

/** A time left out: the day alone where the calendar names no hour. */
const leftOut = (moment: Moment): string => (moment.isDay ? dayOf(moment.wall) : helsinkiOf(moment));

/** What the single dates of a series do to it. */
const apply = (series: ImportedSeries, base: CalendarEvent, override: CalendarEvent): void => {
  const { recurrence, start, durationMinutes, isCancelled, problems } = override;
  if (recurrence === null) return;
  if (override.properties.get('RECURRENCE-ID')?.[0]?.parameters['range'] !== undefined) {
    const message = 'A change of this and all following dates is not read; the dates stay as they were.';
    problems.note('RECURRENCE-ID', 'FOLLOWING_DATES_CHANGED', message);
    return;
  }
  if (isCancelled || start === null) {
    series.skipped.push(leftOut(recurrence));
    return;
  }
  const [former, startsAt] = [helsinkiOf(recurrence), helsinkiOf(start)];
  const length = durationMinutes ?? base.durationMinutes;
  if (former !== startsAt || length !== base.durationMinutes) {
    series.skipped.push(leftOut(recurrence));
    series.extra.push({ startsAt, durationMinutes: length });
  }
  const texts = ['SUMMARY', 'DESCRIPTION', 'LOCATION'].filter((name) => {
    const own = override.properties.get(name)?.[0]?.value;
    return own !== undefined && own !== base.properties.get(name)?.[0]?.value;
  });
  if (texts.length > 0) {
    const message = `The date ${former.replace('T', ' ')} has a text or place of its own; it shows those of its series.`;
    problems.note(texts[0] ?? null, 'SINGLE_DATE_TEXT', message);
  }
};

/** When an event and the single dates of its series take place. */
export function seriesOf(event: CalendarEvent, overrides: readonly CalendarEvent[]): ImportedSeries | null {
  const { start, durationMinutes, properties, moments, problems } = event;
  if (start === null) {
    problems.note('DTSTART', 'START_MISSING', 'The event has no start; it comes in without a date.');
    return null;
  }
  const dates = (name: string): Moment[] =>
    (properties.get(name) ?? []).flatMap((property) => moments.all(property)).slice(0, MOST_DATES);
  if (properties.has('EXRULE')) {
    const message = 'Dates left out by a rule (EXRULE) are not read; the event comes in with them.';
    problems.note('EXRULE', 'EXCLUSION_RULE', message);
  }
  const series: ImportedSeries = {
    startsAt: start.wall,
    zone: start.zone,
    isDay: start.isDay,
    durationMinutes,
    rules: (properties.get('RRULE') ?? []).map(({ raw }) => raw.trim()).slice(0, MOST_RULES),
    extra: dates('RDATE').map((moment) => ({ startsAt: helsinkiOf(moment), durationMinutes })),
    skipped: dates('EXDATE').map(leftOut),
  };
  for (const override of overrides) apply(series, event, override);
  return series;
}

import { skippedTimes, type ChangedDate, type ScheduleRow } from '../offerings/index.ts';
import { localTime, property } from './calendar.text.ts';
import { helsinki } from './calendar.zone.ts';

type TimeKind = ScheduleRow['timeKind'];

const zone = { TZID: helsinki };
const wholeDay = { VALUE: 'DATE' };
const minutesOfDay = 24 * 60;
/** Every date that a schedule may have lies before. */
const horizon = Temporal.Instant.from('2200-01-01T00:00Z');

/** `20261224`. */
const dayText = (local: string): string => local.slice(0, 10).replaceAll('-', '');

/** A property of one or more wall times, of the same type as DTSTART. */
const atTimes = (name: string, locals: readonly string[], timeKind: TimeKind): string =>
  timeKind === 'ALL_DAY'
    ? property(name, locals.map(dayText).join(','), wholeDay)
    : property(name, locals.map(localTime).join(','), zone);

const localOf = (at: Date): string =>
  Temporal.Instant.from(at.toISOString())
    .toZonedDateTimeISO(helsinki)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });

/** An end that nobody knows is left out, as RFC 5545 §3.6.1 allows. */
const endOf = ({ startsAtLocal, durationMinutes, timeKind }: ScheduleRow): string[] => {
  if (timeKind === 'OPEN_END') return [];
  if (timeKind === 'TIMED') return [property('DURATION', `PT${durationMinutes}M`)];
  const last = Temporal.PlainDateTime.from(startsAtLocal).add({ days: durationMinutes / minutesOfDay });
  return [property('DTEND', dayText(last.toString()), wholeDay)];
};

/** UNTIL is of DTSTART's type: a DATE beside a DATE (RFC 5545 §3.3.10). */
const ruleOf = (rule: string, timeKind: TimeKind): string => {
  if (timeKind !== 'ALL_DAY') return rule;
  return rule.replace(
    /UNTIL=(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/,
    (_whole, year, month, day, hour, minute, second) =>
      `UNTIL=${dayText(localOf(new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)))}`,
  );
};

/** The times of a series: start, end, rule, dates left out and dates beside the rule. */
export const seriesTimes = (schedule: ScheduleRow): string[] => {
  const { startsAtLocal, rule, timeKind, extraStarts, skippedOn, skipsHolidays, skipsSchoolBreaks } =
    schedule;
  const skips = skipsHolidays || skipsSchoolBreaks || skippedOn.length > 0;
  const skipped = skips ? skippedTimes(schedule, horizon) : [];
  return [
    atTimes('DTSTART', [startsAtLocal], timeKind),
    ...endOf(schedule),
    ...(rule ? [property('RRULE', ruleOf(rule, timeKind))] : []),
    ...(skipped.length > 0 ? [atTimes('EXDATE', skipped, timeKind)] : []),
    ...(extraStarts.length > 0 ? [atTimes('RDATE', extraStarts, timeKind)] : []),
  ];
};

/** The times of one date as it is now. */
export const dateTimes = ({ startsAt, endsAt, timeKind }: ChangedDate): string[] => [
  atTimes('DTSTART', [localOf(startsAt)], timeKind),
  ...(timeKind === 'OPEN_END' ? [] : [atTimes('DTEND', [localOf(endsAt)], timeKind)]),
];

/** Which date of its series it is. */
export const recurrenceId = ({ originalStartLocal, timeKind }: ChangedDate): string =>
  atTimes('RECURRENCE-ID', [originalStartLocal], timeKind);

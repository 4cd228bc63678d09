import { MAXIMUM_INTERVAL, offeredRuleProblem } from './rule.offered.ts';
import { parseRule, type RecurrenceRule } from './rule.parse.ts';
import { WEEKDAY_CODES } from './rule.parts.ts';
import { untilDay, writeUntil } from './rule.until.ts';

/** How the editor names a rhythm. */
export const rhythms = ['DAILY', 'WEEKLY', 'MONTHLY_ON_DATE', 'MONTHLY_ON_WEEKDAY', 'YEARLY'] as const;
export type RhythmKind = (typeof rhythms)[number];

/** A rule as the editor's sentence says it. */
export type Rhythm = {
  kind: RhythmKind;
  /** Every 1 … 52 days, weeks, months or years. */
  interval: number;
  /** Of WEEKLY and MONTHLY_ON_WEEKDAY: 1 = Monday … 7 = Sunday; empty = that of the first date. */
  weekdays: number[];
  /** Of MONTHLY_ON_WEEKDAY: the first to fifth, or −1 for the last; null = as the first date lies. */
  monthWeek: number | null;
  /** Last day on which a date may start, in Helsinki. */
  until: string | null;
  count: number | null;
};

const frequencyOf = { DAILY: 'DAILY', WEEKLY: 'WEEKLY', YEARLY: 'YEARLY' } as const;

const weekdayCode = (weekday: number): string => {
  const code = WEEKDAY_CODES[weekday - 1];
  if (code === undefined) throw new RangeError('a weekday is a whole number from 1 (Monday) to 7 (Sunday)');
  return code;
};

const codesOf = (weekdays: number[]): string[] =>
  [...new Set(weekdays)].sort((a, b) => a - b).map(weekdayCode);

/** Where in its month a day lies: the how-manyeth of its weekday. */
const weekOf = ({ day }: Temporal.PlainDateTime): number => Math.ceil(day / 7);

const partsOf = ({ kind, weekdays, monthWeek }: Rhythm, first: Temporal.PlainDateTime): string[] => {
  if (kind === 'MONTHLY_ON_DATE') return [`BYMONTHDAY=${first.day}`];
  if (kind === 'YEARLY') return [`BYMONTH=${first.month}`, `BYMONTHDAY=${first.day}`];
  if (kind === 'MONTHLY_ON_WEEKDAY') {
    const week = monthWeek ?? weekOf(first);
    return [
      `BYDAY=${codesOf(weekdays.length > 0 ? weekdays : [first.dayOfWeek])
        .map((code) => `${week}${code}`)
        .join(',')}`,
    ];
  }
  return kind === 'WEEKLY' && weekdays.length > 0 ? [`BYDAY=${codesOf(weekdays).join(',')}`] : [];
};

/** Writes the RRULE value of a rhythm that begins at a wall time. Throws RangeError for fields outside their range. */
export const rhythmRule = (rhythm: Rhythm, startsAtLocal: string): string => {
  const { kind, interval, until, count } = rhythm;
  if (!Number.isInteger(interval) || interval < 1 || interval > MAXIMUM_INTERVAL) {
    throw new RangeError(`the interval must be a whole number from 1 to ${MAXIMUM_INTERVAL}`);
  }
  if (until !== null && count !== null) throw new RangeError('a rule has until or count, not both');
  if (count !== null && (!Number.isInteger(count) || count < 1)) {
    throw new RangeError('count must be a whole number above 0');
  }
  const frequency =
    kind === 'MONTHLY_ON_DATE' || kind === 'MONTHLY_ON_WEEKDAY' ? 'MONTHLY' : frequencyOf[kind];
  return [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...partsOf(rhythm, Temporal.PlainDateTime.from(startsAtLocal)),
    ...(until === null
      ? []
      : [`UNTIL=${writeUntil(Temporal.PlainDate.from(until, { overflow: 'reject' }))}`]),
    ...(count === null ? [] : [`COUNT=${count}`]),
  ].join(';');
};

const plain = new Set(['FREQ', 'INTERVAL', 'UNTIL', 'COUNT', 'WKST']);

type Found = Pick<Rhythm, 'kind' | 'weekdays' | 'monthWeek'>;

const monthly = (rule: RecurrenceRule): Found | null => {
  const [date, days] = [rule.parts.get('BYMONTHDAY'), rule.parts.get('BYDAY')?.split(',') ?? []];
  if (date !== undefined) {
    return /^\d+$/.test(date) && days.length === 0
      ? { kind: 'MONTHLY_ON_DATE', weekdays: [], monthWeek: null }
      : null;
  }
  if (days.length === 0) return { kind: 'MONTHLY_ON_DATE', weekdays: [], monthWeek: null };
  const weeks = new Set(days.map((day) => day.slice(0, -2)));
  const [week = ''] = weeks;
  if (weeks.size !== 1 || !/^([+]?[1-5]|-1)$/.test(week)) return null;
  return { kind: 'MONTHLY_ON_WEEKDAY', weekdays: weekdaysOf(days), monthWeek: Number(week) };
};

const weekdaysOf = (days: readonly string[]): number[] =>
  [...new Set(days.map((day) => WEEKDAY_CODES.findIndex((code) => code === day.slice(-2)) + 1))].sort(
    (a, b) => a - b,
  );

const kindOf = (rule: RecurrenceRule): Found | null => {
  const names = new Set([...rule.parts.keys()].filter((name) => !plain.has(name)));
  const only = (...allowed: string[]): boolean => [...names].every((name) => allowed.includes(name));
  if (rule.frequency === 'DAILY' && only()) return { kind: 'DAILY', weekdays: [], monthWeek: null };
  if (rule.frequency === 'WEEKLY' && only('BYDAY')) {
    const days = rule.parts.get('BYDAY')?.split(',') ?? [];
    return { kind: 'WEEKLY', weekdays: weekdaysOf(days), monthWeek: null };
  }
  if (rule.frequency === 'MONTHLY' && only('BYDAY', 'BYMONTHDAY')) return monthly(rule);
  const isYearly = rule.frequency === 'YEARLY' && only('BYMONTH', 'BYMONTHDAY');
  const isOneDay = [rule.parts.get('BYMONTH'), rule.parts.get('BYMONTHDAY')].every(
    (value) => value === undefined || /^\d+$/.test(value),
  );
  return isYearly && isOneDay ? { kind: 'YEARLY', weekdays: [], monthWeek: null } : null;
};

/** The editor's fields of a rule; null for one that its sentence cannot say. */
export const parseRhythm = (text: string): Rhythm | null => {
  const reading = parseRule(text);
  if (!reading.ok || offeredRuleProblem(reading.rule) !== null) return null;
  const { interval, until, count } = reading.rule;
  const found = kindOf(reading.rule);
  return found && { ...found, interval, until: until === null ? null : untilDay(until).toString(), count };
};

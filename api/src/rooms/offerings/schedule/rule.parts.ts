/** The recurrence parts of RFC 5545 §3.3.10 and what their values may look like. */
export const FREQUENCIES = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const WEEKDAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekdayCode = (typeof WEEKDAY_CODES)[number];

/** INTERVAL above this moves a series out of every calendar anybody keeps. */
const MAXIMUM_INTERVAL = 1_000;

type PartCheck = (value: string) => boolean;

export function isWeekdayCode(value: string): value is WeekdayCode {
  return WEEKDAY_CODES.some((code) => code === value);
}

export function isFrequency(value: string): value is Frequency {
  return FREQUENCIES.some((frequency) => frequency === value);
}

function integerBetween(low: number, high: number): PartCheck {
  return (value) => /^\d{1,9}$/.test(value) && Number(value) >= low && Number(value) <= high;
}

function listOf(check: PartCheck): PartCheck {
  return (value) => value.split(',').every(check);
}

/** `-1`, `+2`, `31`: counted from the start or, negative, from the end; 0 is no position. */
function positionUpTo(high: number): PartCheck {
  return (value) =>
    /^[+-]?\d{1,3}$/.test(value) && Math.abs(Number(value)) >= 1 && Math.abs(Number(value)) <= high;
}

function weekdayWithOrdinal(value: string): boolean {
  const ordinal = value.slice(0, -2);
  return isWeekdayCode(value.slice(-2)) && (ordinal === '' || positionUpTo(53)(ordinal));
}

/** Every part a rule may have, with the check of its value. */
export const RULE_PARTS: ReadonlyMap<string, PartCheck> = new Map<string, PartCheck>([
  ['FREQ', isFrequency],
  ['UNTIL', (value) => /^\d{8}(T\d{6}Z?)?$/.test(value)],
  ['COUNT', integerBetween(1, 999_999_999)],
  ['INTERVAL', integerBetween(1, MAXIMUM_INTERVAL)],
  ['BYSECOND', listOf(integerBetween(0, 59))],
  ['BYMINUTE', listOf(integerBetween(0, 59))],
  ['BYHOUR', listOf(integerBetween(0, 23))],
  ['BYDAY', listOf(weekdayWithOrdinal)],
  ['BYMONTHDAY', listOf(positionUpTo(31))],
  ['BYYEARDAY', listOf(positionUpTo(366))],
  ['BYWEEKNO', listOf(positionUpTo(53))],
  ['BYMONTH', listOf(integerBetween(1, 12))],
  ['BYSETPOS', listOf(positionUpTo(366))],
  ['WKST', isWeekdayCode],
]);

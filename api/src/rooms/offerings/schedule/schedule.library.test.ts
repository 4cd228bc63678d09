import fc from 'fast-check';
import { rrulestr } from 'rrule';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../../test/long-run.ts';
import { expand, ScheduleError } from './index.ts';

const HELSINKI = 'Europe/Helsinki';
const window = {
  from: Temporal.Instant.from('1990-01-01T00:00Z'),
  to: Temporal.Instant.from('2500-01-01T00:00Z'),
};

/** Our dates, as instants. */
const ours = (startsAtLocal: string, rule: string): string[] =>
  expand({ startsAtLocal, timeZone: HELSINKI, durationMinutes: 60, rule }, window).map(({ startsAt }) =>
    startsAt.toString(),
  );

/** The same by the library `rrule`, which shares no code with ours: wall times, then the zone's own instants. */
const theirs = (startsAtLocal: string, rule: string): string[] => {
  const start = startsAtLocal.replaceAll(/[-:]/g, '');
  const walls = rrulestr(`DTSTART:${start}00Z\nRRULE:${rule}`).all((_, index) => index < 500);
  const instants = walls.map((wall) =>
    Temporal.PlainDateTime.from(wall.toISOString().slice(0, 19))
      .toZonedDateTime(HELSINKI)
      .toInstant()
      .toString(),
  );
  return [...new Set(instants)].sort();
};

/** A rule without any date is refused by name. */
const datesOrNone = (startsAtLocal: string, rule: string): string[] => {
  try {
    return ours(startsAtLocal, rule);
  } catch (error) {
    if (error instanceof ScheduleError && error.problem.reason === 'RULE_YIELDS_NOTHING') return [];
    throw error;
  }
};

const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 });
const list = (least: number, most: number, maxLength: number) =>
  fc.uniqueArray(
    fc.integer({ min: least, max: most }).filter((number) => number !== 0),
    { minLength: 1, maxLength },
  );
const byday = weekdays.map((days) => `BYDAY=${days.join(',')}`);
const bymonth = list(1, 12, 4).map((months) => `BYMONTH=${months.join(',')}`);
const bymonthday = list(-31, 31, 3).map((days) => `BYMONTHDAY=${days.join(',')}`);
const ordinal = fc
  .tuple(weekdays, fc.constantFrom(1, 2, 3, 4, 5, -1, -2))
  .map(([days, week]) => `BYDAY=${days.map((day) => `${week}${day}`).join(',')}`);
const bysetpos = fc.tuple(byday, list(-3, 3, 2)).map(([days, at]) => `${days};BYSETPOS=${at.join(',')}`);

const rule = fc
  .tuple(
    fc.oneof(
      fc.oneof(fc.constant(''), byday, bymonth, bymonthday).map((part) => ['DAILY', part] as const),
      fc.oneof(fc.constant(''), byday).map((part) => ['WEEKLY', part] as const),
      fc.oneof(bymonthday, ordinal, bysetpos).map((part) => ['MONTHLY', part] as const),
      fc
        .oneof(fc.constant(''), bymonth, fc.constant('BYMONTH=2;BYMONTHDAY=29'))
        .map((part) => ['YEARLY', part] as const),
    ),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 40 }),
    fc.constantFrom('', 'MO', 'SU'),
  )
  .map(([[frequency, part], interval, count, start]) =>
    [`FREQ=${frequency}`, `INTERVAL=${interval}`, part, start && `WKST=${start}`, `COUNT=${count}`]
      .filter(Boolean)
      .join(';'),
  );

/** Leap days and the nights on which the clocks change are met often. */
const start = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('2028-02-29', '2026-03-22', '2026-10-18', '2027-01-31'),
      fc
        .integer({ min: 0, max: 1_500 })
        .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString()),
    ),
    fc.oneof(
      fc.constantFrom('03:30', '03:00', '00:00'),
      fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:15`),
    ),
  )
  .map(([day, time]) => `${day}T${time}`);

describe('any rule', () => {
  it('has the dates that an independent library finds', () => {
    fc.assert(
      fc.property(start, rule, (startsAtLocal, text) => {
        const found = datesOrNone(startsAtLocal, text);
        expect(found).toEqual(theirs(startsAtLocal, text));
      }),
      { numRuns: longRun(150, 20_000), seed: 5545 },
    );
  });
});

describe('the examples of RFC 5545 §3.8.5.3', () => {
  it.each<[string, string, string[]]>([
    ['1997-09-02', 'FREQ=DAILY;INTERVAL=10;COUNT=5', ['09-02', '09-12', '09-22', '10-02', '10-12']],
    ['1997-09-02', 'FREQ=WEEKLY;COUNT=4;WKST=SU;BYDAY=TU,TH', ['09-02', '09-04', '09-09', '09-11']],
    [
      '1997-08-05',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      ['08-05', '08-10', '08-19', '08-24'],
    ],
    [
      '1997-08-05',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      ['08-05', '08-17', '08-19', '08-31'],
    ],
    ['1997-09-05', 'FREQ=MONTHLY;COUNT=3;BYDAY=1FR', ['09-05', '10-03', '11-07']],
    ['1997-09-22', 'FREQ=MONTHLY;COUNT=4;BYDAY=-2MO', ['09-22', '10-20', '11-17', '12-22']],
    ['1997-09-28', 'FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3', ['09-28', '10-29', '11-28']],
    ['1997-09-04', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', ['09-04', '10-07', '11-06']],
    ['2007-01-15', 'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', ['01-15', '01-30', '02-15', '03-15', '03-30']],
    ['1997-06-10', 'FREQ=YEARLY;COUNT=4;BYMONTH=6,7', ['06-10', '07-10', '06-10', '07-10']],
  ])('from %s: %s', (day, text, expected) => {
    // The engine's years begin at 2000: the calendar of 1997 comes again in 2025, that of 2007 in 2029.
    const year = day.startsWith('1997') ? 2025 : 2029 - 11;
    const first = `${year}${day.slice(4)}T09:00`;
    const found = expand(
      { startsAtLocal: first, timeZone: HELSINKI, durationMinutes: 60, rule: text },
      window,
    );
    expect(found.map(({ originalStartLocal }) => originalStartLocal.slice(5, 10))).toEqual(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../../test/long-run.ts';
import { alignStart, expand, nextDates, rhythmRule, skippedTimes, type Schedule } from './index.ts';

interface WeeklyRule {
  weekdays: number[];
  intervalWeeks: number;
  until: string | null;
  count: number | null;
}

const weeklyRule = ({ weekdays, intervalWeeks, until, count }: WeeklyRule): string =>
  rhythmRule(
    { kind: 'WEEKLY', interval: intervalWeeks, weekdays, monthWeek: null, until, count },
    '2026-12-01T17:00',
  );

const HELSINKI = 'Europe/Helsinki';

function aSchedule(changes: Partial<Schedule> = {}): Schedule {
  return {
    startsAtLocal: '2026-12-01T17:00',
    timeZone: HELSINKI,
    durationMinutes: 90,
    rule: null,
    ...changes,
  };
}

function instant(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(HELSINKI).toInstant();
}

function windowOf(from: string, to: string): { from: Temporal.Instant; to: Temporal.Instant } {
  return { from: instant(from), to: instant(to) };
}

const ALL = windowOf('2000-01-01T00:00', '2190-01-01T00:00');

function starts(schedule: Schedule, window = ALL): string[] {
  return expand(schedule, window).map(({ startsAt }) => startsAt.toString());
}

describe('expanding a schedule', () => {
  it('gives the one date of a schedule without a rule, with its end', () => {
    const [time, ...rest] = expand(aSchedule(), ALL);
    expect(rest).toEqual([]);
    expect(time?.startsAt.toString()).toBe('2026-12-01T15:00:00Z');
    expect(time?.endsAt.toString()).toBe('2026-12-01T16:30:00Z');
    expect(time?.originalStartLocal).toBe('2026-12-01T17:00');
  });

  it('takes the first instant of the window in and leaves its last out', () => {
    const schedule = aSchedule({ rule: 'FREQ=WEEKLY;COUNT=5' });
    expect(starts(schedule, windowOf('2026-12-08T17:00', '2026-12-22T17:00'))).toEqual([
      '2026-12-08T15:00:00Z',
      '2026-12-15T15:00:00Z',
    ]);
  });

  it('keeps local time across both clock changes', () => {
    const schedule = aSchedule({ startsAtLocal: '2026-03-22T17:00', rule: 'FREQ=WEEKLY;COUNT=2' });
    expect(starts(schedule)).toEqual(['2026-03-22T15:00:00Z', '2026-03-29T14:00:00Z']);
    const autumn = aSchedule({ startsAtLocal: '2026-10-18T17:00', rule: 'FREQ=WEEKLY;COUNT=2' });
    expect(starts(autumn)).toEqual(['2026-10-18T14:00:00Z', '2026-10-25T15:00:00Z']);
  });

  it.each([
    [
      '2026-03-22T03:30',
      ['2026-03-22T01:30:00Z', '2026-03-29T01:30:00Z', '2026-04-05T00:30:00Z'],
      '2026-03-29T03:30',
    ],
    [
      '2027-03-21T03:30',
      ['2027-03-21T01:30:00Z', '2027-03-28T01:30:00Z', '2027-04-04T00:30:00Z'],
      '2027-03-28T03:30',
    ],
  ])(
    'moves a date in the gap of spring an hour on and names it by the rule (from %s)',
    (start, expected, identity) => {
      const schedule = aSchedule({ startsAtLocal: start, rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=3' });
      expect(starts(schedule)).toEqual(expected);
      expect(expand(schedule, ALL)[1]?.originalStartLocal).toBe(identity);
    },
  );

  it('takes the first of the two hours that autumn repeats', () => {
    const schedule = aSchedule({ startsAtLocal: '2026-10-25T03:30' });
    expect(starts(schedule)).toEqual(['2026-10-25T00:30:00Z']);
  });

  it('measures the duration in exact time over the night of the clock change', () => {
    const [time] = expand(aSchedule({ startsAtLocal: '2026-03-29T02:00', durationMinutes: 120 }), ALL);
    expect(time?.endsAt.toString()).toBe('2026-03-29T02:00:00Z');
  });

  it('gives the same instant once when two wall times meet behind the gap', () => {
    const rule = 'FREQ=DAILY;BYHOUR=3,4;BYMINUTE=0,45;COUNT=8';
    const found = starts(aSchedule({ startsAtLocal: '2026-03-28T03:00', rule }));
    expect(found.slice(4)).toEqual(['2026-03-29T01:00:00Z', '2026-03-29T01:45:00Z']);
  });

  it('ends with the last day of UNTIL and not a day later', () => {
    const rule = weeklyRule({ weekdays: [2], intervalWeeks: 1, until: '2026-12-15', count: null });
    const late = aSchedule({ startsAtLocal: '2026-12-01T23:30', rule });
    expect(expand(late, ALL).map((time) => time.originalStartLocal.slice(0, 10))).toEqual([
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
    ]);
  });

  it('finds the last weekday of each month', () => {
    const schedule = aSchedule({ rule: 'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1;COUNT=2' });
    expect(expand(schedule, ALL).map((time) => time.originalStartLocal)).toEqual([
      '2026-12-29T17:00',
      '2027-01-26T17:00',
    ]);
  });

  it('finds the next dates of a rule without an end that began long ago', () => {
    const schedule = aSchedule({ startsAtLocal: '2001-01-02T17:00', rule: 'FREQ=WEEKLY;BYDAY=TU' });
    const dates = nextDates(schedule, 3, instant('2026-12-02T00:00'));
    expect(dates.map((time) => time.originalStartLocal)).toEqual([
      '2026-12-08T17:00',
      '2026-12-15T17:00',
      '2026-12-22T17:00',
    ]);
    expect(nextDates(schedule, 0, instant('2026-12-02T00:00'))).toEqual([]);
  });

  it.each([
    ['FREQ=SECONDLY', 'RULE_NOT_SUPPORTED'],
    ['FREQ=HOURLY;COUNT=3', 'RULE_NOT_SUPPORTED'],
    ['FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5', 'RULE_NOT_SUPPORTED'],
    ['FREQ=DAILY', 'RULE_YIELDS_TOO_MANY'],
    ['FREQ=DAILY;COUNT=100000', 'RULE_YIELDS_TOO_MANY'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5', 'RULE_YIELDS_NOTHING'],
    ['FREQ=WEEKLY;BYDAY=2TU', 'INVALID_RULE'],
    ['FREQ=WEEKLY;BYDAY=TU\r\nATTENDEE:x', 'INVALID_RULE'],
  ])('refuses %s quickly as %s', (rule, reason) => {
    const startedAt = performance.now();
    expect(() => expand(aSchedule({ rule }), ALL)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ reason }) }),
    );
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('refuses a start and a duration that cannot be read', () => {
    expect(() => starts(aSchedule({ startsAtLocal: 'soon' }))).toThrow('2026-12-01T17:00');
    expect(() => starts(aSchedule({ durationMinutes: 1.5 }))).toThrow('whole minutes');
  });

  it('leaves out days named, public holidays and school breaks, and adds dates beside the rule', () => {
    const schedule = aSchedule({
      startsAtLocal: '2026-12-22T17:00',
      rule: 'FREQ=DAILY;COUNT=6',
      skippedOn: ['2026-12-23', '2027-06-01'],
      skipsHolidays: true,
      extraStarts: ['2026-12-25T10:00', '2026-12-22T17:00'],
    });
    const locals = (changes: Partial<Schedule> = {}): string[] =>
      expand({ ...schedule, ...changes }, ALL).map(({ originalStartLocal }) => originalStartLocal.slice(5));
    expect(locals()).toEqual(['12-22T17:00', '12-25T10:00', '12-27T17:00']);
    expect(skippedTimes(schedule, ALL.to).map((local) => local.slice(5))).toEqual([
      '12-23T17:00',
      '12-24T17:00',
      '12-25T17:00',
      '12-26T17:00',
    ]);
    expect(locals({ skipsSchoolBreaks: true, municipalityCode: '167', extraStarts: [] })).toEqual([]);
    expect(locals({ skipsSchoolBreaks: true, municipalityCode: '091' })).toEqual(locals());
  });

  it('ends what takes all day at midnight, also on the day of 23 hours', () => {
    const [time] = expand(
      aSchedule({ startsAtLocal: '2026-03-29T00:00', durationMinutes: 2880, timeKind: 'ALL_DAY' }),
      ALL,
    );
    expect(time?.endsAt.toString()).toBe('2026-03-30T21:00:00Z');
  });

  it('finds nothing in a rule whose dates never come, and stops', () => {
    const rule = 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20991231T000000Z';
    expect(starts(aSchedule({ rule }))).toEqual([]);
  });
});

/** Steps through the days one by one and asks of each whether the rule means it: slow, plain, independent. */
function naive(startsAtLocal: string, rule: WeeklyRule): string[] {
  const start = Temporal.PlainDateTime.from(startsAtLocal);
  const weekdays = rule.weekdays.length > 0 ? rule.weekdays : [start.dayOfWeek];
  const firstMonday = start.toPlainDate().subtract({ days: start.dayOfWeek - 1 });
  const found: string[] = [];
  for (let day = start.toPlainDate(); found.length < (rule.count ?? Infinity); day = day.add({ days: 1 })) {
    if (rule.until !== null && Temporal.PlainDate.compare(day, rule.until) > 0) break;
    const weeks = Math.floor(firstMonday.until(day, { largestUnit: 'day' }).days / 7);
    if (weeks % rule.intervalWeeks !== 0 || !weekdays.includes(day.dayOfWeek)) continue;
    found.push(day.toPlainDateTime(start.toPlainTime()).toZonedDateTime(HELSINKI).toInstant().toString());
  }
  return found;
}

const anyStart = fc
  .record({
    day: fc.integer({ min: 0, max: 1_200 }),
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    night: fc.boolean(),
  })
  .map(({ day, minute, night }) =>
    Temporal.PlainDateTime.from('2025-12-01T00:00')
      // Every other start lies in the hours that the clock changes touch.
      .add({ days: day, minutes: night ? 120 + (minute % 180) : minute })
      .toString({ smallestUnit: 'minute' }),
  );

const anyRule: fc.Arbitrary<WeeklyRule> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    intervalWeeks: fc.integer({ min: 1, max: 6 }),
    end: fc.oneof(
      fc.record({ count: fc.integer({ min: 1, max: 120 }), until: fc.constant(null) }),
      fc.record({
        count: fc.constant(null),
        until: fc
          .integer({ min: 0, max: 900 })
          .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString()),
      }),
    ),
  })
  .map(({ weekdays, intervalWeeks, end }) => ({ weekdays, intervalWeeks, ...end }));

describe('any weekly schedule', () => {
  it('has exactly the dates that stepping through the days finds', () => {
    fc.assert(
      fc.property(anyStart, anyRule, (startsAtLocal, fields) => {
        const schedule = aSchedule({ startsAtLocal, rule: weeklyRule(fields) });
        expect(starts(schedule)).toEqual(naive(startsAtLocal, fields));
      }),
      { numRuns: longRun(300, 5_000), seed: 2026 },
    );
  });

  it('shows in a window its dates of the window, ascending, none twice, on the right weekday and wall time', () => {
    const anyDay = fc.integer({ min: 0, max: 1_500 });
    fc.assert(
      fc.property(anyStart, anyRule, anyDay, anyDay, (startsAtLocal, fields, offset, length) => {
        const from = instant('2025-12-01T00:00').add({ hours: 24 * offset });
        const to = from.add({ hours: 24 * length });
        const schedule = aSchedule({ startsAtLocal, rule: weeklyRule(fields) });
        const times = expand(schedule, { from, to });
        const expected = naive(startsAtLocal, fields).filter(
          (at) => Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, to) < 0,
        );
        expect(times.map(({ startsAt }) => startsAt.toString())).toEqual(expected);
        const milliseconds = times.map(({ startsAt }) => startsAt.epochMilliseconds);
        expect(milliseconds).toEqual([...new Set(milliseconds)].sort((a, b) => a - b));
        const start = Temporal.PlainDateTime.from(startsAtLocal);
        const weekdays = fields.weekdays.length > 0 ? fields.weekdays : [start.dayOfWeek];
        for (const { originalStartLocal, startsAt, endsAt } of times) {
          const wall = Temporal.PlainDateTime.from(originalStartLocal);
          expect(weekdays).toContain(wall.dayOfWeek);
          expect(wall.toPlainTime().equals(start.toPlainTime())).toBe(true);
          expect(startsAt.until(endsAt).total('minutes')).toBe(90);
        }
      }),
      { numRuns: longRun(200, 5_000), seed: 2027 },
    );
  });

  it('keeps its dates when its start is put on the first of them', () => {
    fc.assert(
      fc.property(anyStart, anyRule, (startsAtLocal, fields) => {
        const schedule = aSchedule({ startsAtLocal, rule: weeklyRule(fields) });
        const aligned = alignStart(schedule);
        expect(starts(aligned)).toEqual(starts(schedule));
        const first = expand(aligned, ALL)[0];
        if (first) expect(first.originalStartLocal).toBe(aligned.startsAtLocal);
      }),
      { numRuns: longRun(100, 5_000), seed: 2028 },
    );
  });
});

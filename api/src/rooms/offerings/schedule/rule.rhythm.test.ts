import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRhythm, rhythmRule, rhythms, type Rhythm } from './rule.rhythm.ts';

const weekly: Rhythm = {
  kind: 'WEEKLY',
  interval: 1,
  weekdays: [2],
  monthWeek: null,
  until: null,
  count: null,
};
const written = (changes: Partial<Rhythm>, start = '2026-12-15T17:00'): string =>
  rhythmRule({ ...weekly, ...changes }, start);

describe('the rhythm of the editor', () => {
  it('ends at the end of the last day in Helsinki, in UTC, by winter and summer time', () => {
    expect(written({ until: '2027-05-15' })).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20270515T205959Z');
    expect(written({ until: '2026-12-15' })).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T215959Z');
  });

  it.each<[Partial<Rhythm>, string, string]>([
    [
      { weekdays: [5, 1, 5], interval: 2, count: 8 },
      '2026-12-15',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=8',
    ],
    [{ kind: 'DAILY', count: 5 }, '2026-12-15', 'FREQ=DAILY;COUNT=5'],
    [{ kind: 'MONTHLY_ON_DATE', count: 3 }, '2026-12-31', 'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3'],
    [{ kind: 'MONTHLY_ON_WEEKDAY', weekdays: [] }, '2026-12-15', 'FREQ=MONTHLY;BYDAY=3TU'],
    [{ kind: 'MONTHLY_ON_WEEKDAY', monthWeek: -1 }, '2026-12-15', 'FREQ=MONTHLY;BYDAY=-1TU'],
    [{ kind: 'YEARLY', interval: 2 }, '2026-12-06', 'FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=6'],
  ])('writes %j from %s as %s', (changes, day, rule) => {
    expect(written(changes, `${day}T17:00`)).toBe(rule);
  });

  it.each<Partial<Rhythm>>([
    { weekdays: [8], count: 1 },
    { interval: 0, count: 1 },
    { count: 0 },
    { until: '2027-02-30' },
    { until: '2027-02-20', count: 3 },
  ])('refuses fields outside their range: %j', (changes) => {
    expect(() => written(changes)).toThrow(RangeError);
  });

  it('is read back as it was written', () => {
    const anyDay = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString());
    const end = fc.oneof(
      fc.record({ until: anyDay, count: fc.constant(null) }),
      fc.record({ until: fc.constant(null), count: fc.integer({ min: 1, max: 2_000 }) }),
      fc.constant({ until: null, count: null }),
    );
    const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
    const week = fc.constantFrom(1, 2, 3, 4, 5, -1);
    const fields = fc.tuple(fc.constantFrom(...rhythms), weekdays, week, fc.integer({ min: 1, max: 52 }));
    fc.assert(
      fc.property(fields, end, anyDay, ([kind, days, monthWeek, interval], ending, start) => {
        const rhythm: Rhythm = {
          kind,
          interval,
          weekdays: kind === 'WEEKLY' || kind === 'MONTHLY_ON_WEEKDAY' ? days : [],
          monthWeek: kind === 'MONTHLY_ON_WEEKDAY' ? monthWeek : null,
          ...ending,
        };
        expect(parseRhythm(rhythmRule(rhythm, `${start}T10:00`))).toEqual(rhythm);
      }),
      { seed: 7 },
    );
  });

  it.each([
    'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1;COUNT=3',
    'FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=3',
    'FREQ=MONTHLY;BYDAY=1TU,2WE;COUNT=3',
    'FREQ=YEARLY;BYDAY=1MO;COUNT=2',
    'nonsense',
  ])('cannot say %s', (rule) => expect(parseRhythm(rule)).toBeNull());
});

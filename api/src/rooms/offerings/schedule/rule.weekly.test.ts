import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWeeklyRule, weeklyRule } from './rule.weekly.ts';

describe('the weekly rule of the editor', () => {
  it('ends at the end of the last day in Helsinki, in UTC, by winter and summer time', () => {
    const fields = { weekdays: [2], intervalWeeks: 1, count: null };
    expect(weeklyRule({ ...fields, until: '2027-05-15' })).toBe(
      'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270515T205959Z',
    );
    expect(weeklyRule({ ...fields, until: '2026-12-15' })).toBe(
      'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T215959Z',
    );
  });

  it('names weekdays in order and once', () => {
    const rule = weeklyRule({ weekdays: [5, 1, 5], intervalWeeks: 2, until: null, count: 8 });
    expect(rule).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=8');
  });

  it.each([
    { weekdays: [8], intervalWeeks: 1, until: null, count: 1 },
    { weekdays: [1], intervalWeeks: 0, until: null, count: 1 },
    { weekdays: [1], intervalWeeks: 1, until: null, count: 0 },
    { weekdays: [1], intervalWeeks: 1, until: '2027-02-30', count: null },
    { weekdays: [1], intervalWeeks: 1, until: '2027-02-20', count: 3 },
  ])('refuses fields outside their range: %j', (fields) => {
    expect(() => weeklyRule(fields)).toThrow(RangeError);
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
    const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7]);
    fc.assert(
      fc.property(weekdays, fc.integer({ min: 1, max: 52 }), end, (days, intervalWeeks, ending) => {
        const fields = { weekdays: days, intervalWeeks, ...ending };
        expect(parseWeeklyRule(weeklyRule(fields))).toEqual(fields);
      }),
      { seed: 7 },
    );
  });

  it('does not read a rule of another kind', () => {
    expect(parseWeeklyRule('FREQ=MONTHLY;BYDAY=1TU;COUNT=3')).toBeNull();
    expect(parseWeeklyRule('nonsense')).toBeNull();
  });
});

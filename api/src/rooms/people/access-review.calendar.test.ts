import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { quarterOf, reviewDueAt } from './access-review.calendar.ts';

const at = (text: string): Date => new Date(text);

describe('the quarters of access reviews', () => {
  it('begin at midnight in Finland, summer time or not', () => {
    expect(quarterOf(at('2026-09-30T20:59:59Z')).name).toBe('2026-Q3');
    expect(quarterOf(at('2026-09-30T21:00:00Z'))).toEqual({
      name: '2026-Q4',
      startsAt: at('2026-09-30T21:00:00Z'),
    });
    expect(quarterOf(at('2026-12-31T22:00:00Z')).name).toBe('2027-Q1');
  });

  it('leave thirty full days', () => {
    expect(reviewDueAt(at('2026-10-01T03:00:00Z'))).toEqual(at('2026-10-31T22:00:00Z'));
  });

  it('hold every instant in exactly one', () => {
    const instants = fc.date({
      min: at('2020-01-01T00:00:00Z'),
      max: at('2040-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const { name, startsAt } = quarterOf(instant);
        expect(startsAt <= instant).toBe(true);
        expect(quarterOf(startsAt).name).toBe(name);
        expect(quarterOf(new Date(startsAt.getTime() - 1)).name).not.toBe(name);
      }),
      { numRuns: longRun(100, 5_000), seed: 7 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { toOccurrenceFilter } from './upcoming-days.ts';
import { emptyFilter } from './upcoming-filter.ts';

const tuesday = new Date('2026-11-24T16:00:00Z');
const span = (change: object, now = tuesday) => {
  const { from, to } = toOccurrenceFilter({ ...emptyFilter, ...change }, now);
  return { from, to };
};

describe('the days of a filter', () => {
  it('are the region’s: today ends at midnight there', () => {
    expect(span({ when: 'today' })).toEqual({ from: undefined, to: '2026-11-24T22:00:00Z' });
    expect(span({ when: 'today' }, new Date('2026-11-24T22:30:00Z')).to).toBe('2026-11-25T22:00:00Z');
  });

  it('end a week with Sunday, also on Sunday itself', () => {
    expect(span({ when: 'week' }).to).toBe('2026-11-29T22:00:00Z');
    expect(span({ when: 'week' }, new Date('2026-11-29T10:00:00Z')).to).toBe('2026-11-29T22:00:00Z');
  });

  it('end a month with its last day, across the change of summer time', () => {
    expect(span({ when: 'month' }).to).toBe('2026-11-30T22:00:00Z');
    expect(span({ when: 'month' }, new Date('2026-10-02T10:00:00Z')).to).toBe('2026-10-31T22:00:00Z');
    expect(span({ when: 'month' }, new Date('2026-07-02T10:00:00Z')).to).toBe('2026-07-31T21:00:00Z');
  });

  it('include both the first and the last day picked', () => {
    expect(span({ when: 'pick', from: '2026-12-01', to: '2026-12-03' })).toEqual({
      from: '2026-11-30T22:00:00Z',
      to: '2026-12-03T22:00:00Z',
    });
  });

  it('never reach back: what is over stays away', () => {
    expect(span({ when: 'pick', from: '2026-11-01', to: '2026-12-03' }).from).toBeUndefined();
  });
});

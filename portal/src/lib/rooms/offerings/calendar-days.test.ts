import { describe, expect, it } from 'vitest';
import { monthOf, weekOf } from './calendar-days.ts';

describe('a week', () => {
  it('begins on Monday and knows its neighbours and its number', () => {
    const week = weekOf('2026-11-29');
    expect(week).toMatchObject({
      number: 48,
      earlier: '2026-11-16',
      later: '2026-11-30',
      from: '2026-11-22T22:00:00Z',
    });
    expect([week.days[0], week.days.length]).toEqual(['2026-11-23', 7]);
  });

  it('is whole across the change of clocks', () => {
    const week = weekOf('2026-10-25');
    expect([week.from, week.to]).toEqual(['2026-10-18T21:00:00Z', '2026-10-25T22:00:00Z']);
  });
});

describe('a month', () => {
  it('shows whole weeks', () => {
    const month = monthOf('2026-11-24');
    expect([month.days[0], month.days.at(-1), month.days.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
    expect(month).toMatchObject({ first: '2026-11-01', earlier: '2026-10-01', later: '2026-12-01' });
    expect(monthOf('2027-02-10').days.length).toBe(28);
  });
});

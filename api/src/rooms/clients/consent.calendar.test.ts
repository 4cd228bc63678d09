import { describe, expect, it } from 'vitest';
import { expiryOf } from './consent.calendar.ts';

const given = new Date('2026-11-24T09:00:00+02:00');

describe('a consent', () => {
  it('ends after a year when nothing is said', () => {
    expect(expiryOf(given, null)?.toISOString()).toBe('2027-11-24T22:00:00.000Z');
  });

  it('holds through the whole of its last day in Finland', () => {
    expect(expiryOf(given, '2026-11-24')?.toISOString()).toBe('2026-11-24T22:00:00.000Z');
    expect(expiryOf(given, '2027-07-01')?.toISOString()).toBe('2027-07-01T21:00:00.000Z');
  });

  it('cannot be over already, nor run longer than two years', () => {
    expect(expiryOf(given, '2026-11-23')).toBeNull();
    expect(expiryOf(given, '2028-11-24')).not.toBeNull();
    expect(expiryOf(given, '2028-11-25')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { endOfQuietHours } from './quiet-hours.ts';

const end = (at: string): string | undefined => endOfQuietHours(new Date(at))?.toISOString();

describe('quiet hours', () => {
  it('last from eight in the evening to eight in the morning, as Helsinki’s clocks say', () => {
    expect(end('2026-11-24T19:59:59+02:00')).toBeUndefined();
    expect(end('2026-11-24T20:00:00+02:00')).toBe('2026-11-25T06:00:00.000Z');
    expect(end('2026-11-25T07:59:59+02:00')).toBe('2026-11-25T06:00:00.000Z');
    expect(end('2026-11-25T08:00:00+02:00')).toBeUndefined();
    expect(end('2026-07-01T23:00:00+03:00')).toBe('2026-07-02T05:00:00.000Z');
  });

  it('end at eight also in the nights in which the clocks change', () => {
    expect(end('2026-03-28T22:00:00+02:00')).toBe('2026-03-29T05:00:00.000Z');
    expect(end('2026-10-24T22:00:00+03:00')).toBe('2026-10-25T06:00:00.000Z');
  });
});

import { describe, expect, it } from 'vitest';
import {
  dateOf,
  daysFromToday,
  formatDate,
  formatDay,
  formatDayAndTime,
  formatTime,
  formatTimeRange,
} from './dates.ts';

const tuesdayEvening = '2026-11-24T16:00:00Z';

describe('a day', () => {
  it.each([
    ['fi', 'tiistai 24. marraskuuta 2026'],
    ['sv', 'tisdag 24 november 2026'],
    ['en', 'Tuesday 24 November 2026'],
    ['so', 'Talaado 24 Noofeembar 2026'],
  ] as const)(
    'is told in %s with its weekday spelt out, without a preposition or a comma',
    (language, words) => {
      expect(formatDay(tuesdayEvening, { withYear: true, language })).toBe(words);
    },
  );

  it('is Gregorian in Persian, in Persian words and digits', () => {
    const words = formatDay(tuesdayEvening, { withYear: true, language: 'fa' });
    expect(words).toContain('۲۴ نوامبر ۲۰۲۶');
    expect(words).toContain('سه‌شنبه');
  });

  it('is Gregorian in Arabic and leaves the year out when not asked', () => {
    expect(formatDay(tuesdayEvening, { withYear: true, language: 'ar' })).toMatch(/الثلاثاء.*نوفمبر.*2026/);
    expect(formatDay(tuesdayEvening, { language: 'ar' })).not.toContain('2026');
  });

  it.each([
    ['ru', 'вторник'],
    ['uk', 'вівторок'],
  ] as const)('names the weekday in %s', (language, weekday) => {
    expect(formatDay(tuesdayEvening, { language })).toContain(weekday);
  });

  it('is the day of the region, not of the server, around midnight', () => {
    expect(dateOf('2026-11-24T22:30:00Z')).toBe('2026-11-25');
    expect(dateOf('2026-06-30T21:30:00Z')).toBe('2026-07-01');
  });

  it('given as a calendar date stays that date', () => {
    expect(dateOf('2026-11-24')).toBe('2026-11-24');
    expect(formatDay('2026-01-01', { language: 'so' })).toBe('Khamiis 1 Jannaayo');
  });

  it('is counted from today across the change of summer time', () => {
    const now = new Date('2026-10-24T20:00:00Z');
    expect(daysFromToday('2026-10-24T08:00:00Z', now)).toBe(0);
    expect(daysFromToday('2026-10-25T23:30:00Z', now)).toBe(2);
    expect(daysFromToday('2026-10-23', now)).toBe(-1);
  });

  it('without weekday is short', () => {
    expect(formatDate(tuesdayEvening, 'en')).toBe('24 November 2026');
    expect(formatDate(tuesdayEvening, 'so')).toBe('24 Noofeembar 2026');
  });
});

describe('a time', () => {
  it('is the region’s, in 24 hours, also where the language would say p.m.', () => {
    expect(formatTime(tuesdayEvening, 'fi')).toBe('18.00');
    expect(formatTime(tuesdayEvening, 'en')).toBe('18:00');
    expect(formatTime(tuesdayEvening, 'ar')).toBe('18:00');
    expect(formatTime(tuesdayEvening, 'so')).toBe('18:00');
    expect(formatTime(tuesdayEvening, 'fa')).toBe('۱۸:۰۰');
  });

  it('follows summer time', () => {
    expect(formatTime('2026-07-01T15:00:00Z', 'en')).toBe('18:00');
  });

  it('runs from start to end, or has no end', () => {
    expect(formatTimeRange(tuesdayEvening, '2026-11-24T17:30:00Z', 'sv')).toBe('18:00–19:30');
    expect(formatTimeRange(tuesdayEvening, null, 'sv')).toBe('18:00');
  });

  it('stands after its day', () => {
    expect(formatDayAndTime(tuesdayEvening, 'en')).toBe('Tuesday 24 November 2026, 18:00');
    expect(formatDayAndTime(tuesdayEvening, 'ar')).toMatch(/2026، 18:00$/);
  });
});

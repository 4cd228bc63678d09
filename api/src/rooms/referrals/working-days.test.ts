import { describe, expect, it } from 'vitest';
import { easterOf } from '../../platform/calendar/public-holidays.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const after = (text: string, count: number): string => addWorkingDays(new Date(text), count).toISOString();

describe('Easter', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ])('of %i is %s', (year, date) => expect(easterOf(year).toString()).toBe(date));
});

describe('a working day', () => {
  it.each([
    ['2026-01-01', 'New Year'],
    ['2026-01-06', 'Epiphany'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-01', 'May Day'],
    ['2026-05-14', 'Ascension Day'],
    ['2026-06-19', 'Midsummer Eve'],
    ['2027-06-25', 'Midsummer Eve at its latest'],
    ['2026-10-31', 'All Saints on its first possible day'],
    ['2027-12-06', 'Independence Day'],
    ['2026-12-24', 'Christmas Eve'],
    ['2026-12-25', 'Christmas Day'],
    ['2028-12-26', 'the second day of Christmas'],
    ['2026-11-28', 'a Saturday'],
    ['2026-11-29', 'a Sunday'],
  ])('is not %s, %s', (date) => expect(isWorkingDay(day(date))).toBe(false));

  it.each(['2026-11-24', '2026-06-18', '2026-12-23', '2026-12-28', '2026-04-07', '2026-04-02', '2026-12-31'])(
    'is %s',
    (date) => expect(isWorkingDay(day(date))).toBe(true),
  );
});

describe('a due time', () => {
  it('is at the same hour, weekends left out', () => {
    expect(after('2026-11-24T09:00:00+02:00', 3)).toBe('2026-11-27T07:00:00.000Z');
    expect(after('2026-11-26T09:00:00+02:00', 3)).toBe('2026-12-01T07:00:00.000Z');
    expect(after('2026-11-28T09:00:00+02:00', 1)).toBe('2026-11-30T07:00:00.000Z');
  });

  it('leaves out Christmas and Easter', () => {
    expect(after('2026-12-23T12:00:00+02:00', 1)).toBe('2026-12-28T10:00:00.000Z');
    expect(after('2026-04-02T12:00:00+03:00', 1)).toBe('2026-04-07T09:00:00.000Z');
  });

  it('keeps the hour of the clock across summer time', () => {
    expect(after('2026-03-27T12:00:00+02:00', 1)).toBe('2026-03-30T09:00:00.000Z');
  });

  it('counts from the Finnish date, not from the one in Greenwich', () => {
    expect(after('2026-11-26T23:30:00+02:00', 1)).toBe('2026-11-27T21:30:00.000Z');
    expect(after('2026-11-27T00:30:00+02:00', 1)).toBe('2026-11-29T22:30:00.000Z');
  });
});

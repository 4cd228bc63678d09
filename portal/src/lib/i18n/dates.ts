import { currentLanguage } from './locale.ts';
import type { Language } from './languages.ts';
import { somaliMonths, somaliWeekdays } from './somali.ts';

/** Every time shown is the region's, wherever the reader is. */
export const timeZone = 'Europe/Helsinki';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Gregorian in every language (Persian would otherwise print another calendar's day), and 24 hours. */
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = language === 'en' || language === 'so' ? 'en-GB' : language;
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { timeZone, hourCycle: 'h23', ...options });
  formatters.set(key, made);
  return made;
}

/** A calendar date such as `2026-11-24` is taken at noon, so that no zone moves it. */
function instantOf(when: string | Date): Date {
  if (when instanceof Date) return when;
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(when) ? `${when}T12:00:00Z` : when);
}

/** The calendar date in the region at an instant: `2026-11-24`. Days of a list are grouped by it. */
export function dateOf(when: string | Date): string {
  const parts = formatter('en', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    instantOf(when),
  );
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

interface DayOptions {
  /** Adds the year; leave it out where the list makes it plain. */
  withYear?: boolean;
  language?: Language;
}

function somaliDay(when: string | Date, withYear: boolean): string {
  const date = dateOf(when);
  const [year = '', month = '', day = ''] = date.split('-');
  const weekday = somaliWeekdays[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? '';
  const monthName = somaliMonths[Number(month) - 1] ?? '';
  return `${weekday} ${Number(day)} ${monthName}${withYear ? ` ${year}` : ''}`;
}

/** A day with its weekday spelt out: "Tuesday 24 November 2026". */
export function formatDay(when: string | Date, options: DayOptions = {}): string {
  const { withYear = false, language = currentLanguage() } = options;
  if (language === 'so') return somaliDay(when, withYear);
  const date: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
  };
  const instant = instantOf(when);
  // Finnish and English, asked for all of it at once, answer "on Tuesday" or put a comma in.
  if (language !== 'fi' && language !== 'en')
    return formatter(language, { weekday: 'long', ...date }).format(instant);
  return `${formatter(language, { weekday: 'long' }).format(instant)} ${formatter(language, date).format(instant)}`;
}

/** The time of day in the region: "18.00" in Finnish, "18:00" elsewhere. */
export function formatTime(when: string | Date, language: Language = currentLanguage()): string {
  return formatter(language, { hour: '2-digit', minute: '2-digit' }).format(instantOf(when));
}

/** "18:00–19:30"; the end's day is not told: an end on another day is shown by two `formatDayAndTime`. */
export function formatTimeRange(
  startsAt: string | Date,
  endsAt: string | Date | undefined | null,
  language: Language = currentLanguage(),
): string {
  const start = formatTime(startsAt, language);
  return endsAt ? `${start}–${formatTime(endsAt, language)}` : start;
}

/** "Tuesday 24 November 2026, 18:00". */
export function formatDayAndTime(when: string | Date, language: Language = currentLanguage()): string {
  const comma = language === 'ar' || language === 'fa' ? '،' : ',';
  return `${formatDay(when, { withYear: true, language })}${comma} ${formatTime(when, language)}`;
}

/** A short date for tables and letters, no weekday: "24 November 2026". */
export function formatDate(when: string | Date, language: Language = currentLanguage()): string {
  if (language === 'so') return somaliDay(when, true).split(' ').slice(1).join(' ');
  return formatter(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(instantOf(when));
}

/** A month with its year, as the heading of a calendar: "November 2026". */
export function formatMonth(when: string | Date, language: Language = currentLanguage()): string {
  if (language === 'so') return somaliDay(when, true).split(' ').slice(2).join(' ');
  const name = formatter(language, { month: 'long', year: 'numeric' }).format(instantOf(when));
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

/** A weekday's name, whole or as short as a narrow column takes it. */
export function formatWeekday(
  when: string | Date,
  length: 'long' | 'short' = 'long',
  language: Language = currentLanguage(),
): string {
  if (language !== 'so')
    return formatter(language, { weekday: length === 'long' ? 'long' : 'narrow' }).format(instantOf(when));
  const [name = ''] = somaliDay(when, false).split(' ');
  return length === 'long' ? name : name.slice(0, 1);
}

/** Whole days from today in the region: 0 today, 1 tomorrow, −1 yesterday. */
export function daysFromToday(when: string | Date, now: Date = new Date()): number {
  const day = (date: string): number => Date.parse(`${date}T12:00:00Z`);
  return Math.round((day(dateOf(when)) - day(dateOf(now))) / 86_400_000);
}

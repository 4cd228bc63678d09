import { currentLanguage } from '#lib/i18n/locale.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { somaliWeekdays } from '#lib/i18n/somali.ts';

const aMonday = Date.UTC(2026, 0, 5);
const dayMilliseconds = 86_400_000;

/** 1 = Monday … 7 = Sunday. */
export const weekdayNumbers = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The name of a weekday, 1 = Monday … 7 = Sunday, in the reader's language. */
export function weekdayName(weekday: number, language: Language = currentLanguage()): string {
  if (language === 'so') return somaliWeekdays[weekday - 1] ?? '';
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(aMonday + (weekday - 1) * dayMilliseconds));
}

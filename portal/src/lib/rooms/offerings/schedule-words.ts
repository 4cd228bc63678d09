import { formatDate, formatTimeRange } from '#lib/i18n/dates.ts';
import { formatList, formatNumber } from '#lib/i18n/words.ts';
import {
  domain_all_day,
  domain_also_on,
  domain_every_days,
  domain_every_months,
  domain_every_weeks,
  domain_every_years,
  domain_month_last,
  domain_month_weekday,
  domain_not_in_breaks,
  domain_not_on,
  domain_not_on_holidays,
  domain_until_day,
} from '#lib/paraglide/messages.js';
import { weekdayName } from './desk-weekdays.ts';

/** A schedule as the API tells it. */
export interface ToldSchedule {
  readonly startsAtLocal: string;
  readonly durationMinutes: number;
  readonly timeKind: 'TIMED' | 'OPEN_END' | 'ALL_DAY';
  readonly rhythm: 'DAILY' | 'WEEKLY' | 'MONTHLY_ON_DATE' | 'MONTHLY_ON_WEEKDAY' | 'YEARLY' | null;
  readonly interval: number | null;
  readonly monthWeek: number | null;
  readonly weekdays: readonly number[];
  readonly untilOn: string | null;
  readonly skippedOn: readonly string[];
  readonly extraStarts: readonly string[];
  readonly skipsHolidays: boolean;
  readonly skipsSchoolBreaks: boolean;
}

const everyWords = {
  DAILY: domain_every_days,
  WEEKLY: domain_every_weeks,
  MONTHLY_ON_DATE: domain_every_months,
  MONTHLY_ON_WEEKDAY: domain_every_months,
  YEARLY: domain_every_years,
} as const;

const dayList = (days: readonly string[]): string => formatList(days.map((day) => formatDate(day)));

function weekdaysOf({ rhythm, weekdays, monthWeek }: ToldSchedule): string[] {
  const names = weekdays.map((weekday) => weekdayName(weekday));
  if (rhythm === 'WEEKLY') return names;
  if (rhythm !== 'MONTHLY_ON_WEEKDAY') return [];
  return names.map((weekday) =>
    monthWeek === -1
      ? domain_month_last({ weekday })
      : domain_month_weekday({ weekday, number: formatNumber(monthWeek ?? 1) }),
  );
}

function hoursOf({ startsAtLocal, durationMinutes, timeKind }: ToldSchedule): string {
  const start = Temporal.PlainDateTime.from(startsAtLocal).toZonedDateTime('Europe/Helsinki');
  const end = start.add({ minutes: durationMinutes });
  const at = (time: Temporal.ZonedDateTime): string => time.toInstant().toString();
  return hoursText({ startsAt: at(start), endsAt: at(end), timeKind });
}

interface DateTimes {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeKind: ToldSchedule['timeKind'];
}

/** The hours of one date as far as they are told: "17:00–19:00", "17:00", "all day". */
export function hoursText({ startsAt, endsAt, timeKind }: DateTimes): string {
  if (timeKind === 'ALL_DAY') return domain_all_day();
  return formatTimeRange(startsAt, timeKind === 'OPEN_END' ? null : endsAt);
}

/**
 * A schedule in the words of a person, part by part: "Every week", "Tuesday and Thursday", "17:00–19:00", "until 15 May
 * 2027", "not: 24 December 2026". Empty for what takes place once, and for a rule that no rhythm says.
 */
export function rhythmParts(schedule: ToldSchedule, { withHours = true } = {}): string[] {
  const { rhythm, interval, untilOn, skippedOn, extraStarts, skipsHolidays, skipsSchoolBreaks } = schedule;
  if (rhythm === null) return [];
  const days = weekdaysOf(schedule);
  return [
    everyWords[rhythm]({ count: interval ?? 1 }),
    ...(days.length > 0 ? [formatList(days)] : []),
    ...(withHours ? [hoursOf(schedule)] : []),
    ...(untilOn === null ? [] : [domain_until_day({ day: formatDate(untilOn) })]),
    ...(skippedOn.length > 0 ? [domain_not_on({ days: dayList(skippedOn) })] : []),
    ...(skipsHolidays ? [domain_not_on_holidays()] : []),
    ...(skipsSchoolBreaks ? [domain_not_in_breaks()] : []),
    ...(extraStarts.length > 0
      ? [domain_also_on({ days: dayList(extraStarts.map((start) => start.slice(0, 10))) })]
      : []),
  ];
}

import { isPublicHoliday } from '../../../platform/calendar/public-holidays.ts';
import type { Schedule } from './schedule.ts';
import schoolBreaks from './school-breaks.json' with { type: 'json' };

interface Break {
  readonly from: string;
  readonly to: string;
}

const municipalities: Readonly<Record<string, string>> = schoolBreaks.municipalities;
const breaksByCalendar: Readonly<Record<string, readonly Break[]>> = schoolBreaks.breaks;

/** The breaks of a municipality's schools as far as they are known; none where its calendar is not. */
export const schoolBreaksOf = (municipalityCode: string | undefined): readonly Break[] =>
  breaksByCalendar[municipalities[municipalityCode ?? ''] ?? ''] ?? [];

/** Whether a schedule leaves a day out: named by the host, a public holiday or in a school break it skips. */
export const isSkipped = (schedule: Schedule, day: Temporal.PlainDate): boolean => {
  const text = day.toString();
  if (schedule.skippedOn?.includes(text)) return true;
  if (schedule.skipsHolidays && isPublicHoliday(day)) return true;
  return (
    schedule.skipsSchoolBreaks === true &&
    schoolBreaksOf(schedule.municipalityCode).some(({ from, to }) => from <= text && text <= to)
  );
};

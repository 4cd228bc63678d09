import type { TimeWindow } from './schedule.expand.ts';
import { SCHEDULE_TIME_ZONE } from './schedule.ts';

/** How far ahead occurrences are kept in the database. */
export const MATERIALISED_MONTHS = 18;

/** The rolling window of occurrences: from the start of this day in Helsinki, 18 months on. */
export function materialiseWindow(now: Temporal.Instant): TimeWindow {
  const today = now.toZonedDateTimeISO(SCHEDULE_TIME_ZONE).startOfDay();
  return { from: today.toInstant(), to: today.add({ months: MATERIALISED_MONTHS }).toInstant() };
}

import { nextDates } from './schedule.expand.ts';
import type { Schedule } from './schedule.ts';
import { instantOf, parseWallTime } from './wall-time.ts';

/**
 * The same dates, with the start on the first of them. Calendars count DTSTART as a date of the series
 * whether or not the rule names its weekday (RFC 5545 §3.8.5.3), so a start on another weekday would show a
 * meeting that does not take place. Store and write out the aligned schedule. Errors as `expand`.
 */
export function alignStart(schedule: Schedule): Schedule {
  const start = parseWallTime(schedule.startsAtLocal);
  if (start === null || schedule.rule === null) return schedule;
  // By the rule alone: a first date left out still counts in COUNT, and is an EXDATE of the calendar.
  const { startsAtLocal, timeZone, durationMinutes, rule } = schedule;
  const first = nextDates({ startsAtLocal, timeZone, durationMinutes, rule }, 1, instantOf(start))[0];
  return first === undefined ? schedule : { ...schedule, startsAtLocal: first.originalStartLocal };
}

/**
 * The schedule engine: from local start, duration and rule to dated times, pure and without a database.
 * Rule text, zone and local start are the truth; occurrences are made from them and can be made again.
 */
export { alignStart } from './schedule.align.ts';
export { expand, nextDates, type TimeWindow } from './schedule.expand.ts';
export {
  MAXIMUM_DATES,
  MAXIMUM_DURATION_MINUTES,
  MINIMUM_DURATION_MINUTES,
  SCHEDULE_TIME_ZONE,
  ScheduleError,
  type Schedule,
  type ScheduledTime,
  type ScheduleProblem,
  type ScheduleProblemReason,
} from './schedule.ts';
export { validateSchedule } from './schedule.validate.ts';
export { MATERIALISED_MONTHS, materialiseWindow } from './schedule.window.ts';
export { parseWeeklyRule, weeklyRule, type WeeklyRule } from './rule.weekly.ts';

/**
 * The schedule engine: from local start, duration and rule to dated times, pure and without a database.
 * Rule text, zone and local start are the truth; occurrences are made from them and can be made again.
 */
export { alignStart } from './schedule.align.ts';
export { expand, nextDates, skippedTimes, type TimeWindow } from './schedule.expand.ts';
export {
  MAXIMUM_DATES,
  MAXIMUM_DURATION_MINUTES,
  MINIMUM_DURATION_MINUTES,
  MINUTES_OF_DAY,
  SCHEDULE_TIME_ZONE,
  timeKinds,
  ScheduleError,
  type Schedule,
  type ScheduledTime,
  type ScheduleProblem,
  type ScheduleProblemReason,
  type TimeKind,
} from './schedule.ts';
export { timeAtLocal, wallTimeOf } from './wall-time.ts';
export { validateSchedule } from './schedule.validate.ts';
export { MATERIALISED_MONTHS, materialiseWindow } from './schedule.window.ts';
export { MAXIMUM_INTERVAL } from './rule.offered.ts';
export { parseRhythm, rhythmRule, rhythms, type Rhythm, type RhythmKind } from './rule.rhythm.ts';

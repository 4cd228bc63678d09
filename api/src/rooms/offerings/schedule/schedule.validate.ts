import { exceptionsProblem } from './schedule.exceptions.ts';
import { tooManyDates } from './rule.expand.ts';
import { parseRule } from './rule.parse.ts';
import { offeredRuleProblem } from './rule.offered.ts';
import {
  MAXIMUM_DATES,
  MAXIMUM_DURATION_MINUTES,
  MINIMUM_DURATION_MINUTES,
  MINUTES_OF_DAY,
  ruleProblem,
  SCHEDULE_TIME_ZONE,
  ScheduleError,
  type Schedule,
  type ScheduledTime,
  type ScheduleProblem,
} from './schedule.ts';
import { timesFrom } from './schedule.expand.ts';
import { instantOf, parseWallTime, wallTimeExists } from './wall-time.ts';

/** Everything that keeps a schedule from being stored, one problem per field at most; empty = sound. */
export function validateSchedule(schedule: Schedule): ScheduleProblem[] {
  const problems = [
    startProblem(schedule),
    zoneProblem(schedule),
    durationProblem(schedule),
    ...exceptionsProblem(schedule),
  ];
  const found = problems.filter((problem) => problem !== null);
  // The rule is counted from the start: without a sound one there is nothing to count.
  if (found.some(({ field }) => field === 'startsAtLocal') || schedule.rule === null) return found;
  const rule = rulesProblem(schedule, schedule.rule);
  return rule === null ? found : [...found, rule];
}

function startProblem(schedule: Schedule): ScheduleProblem | null {
  const field = 'startsAtLocal';
  const start = parseWallTime(schedule.startsAtLocal);
  if (start === null) {
    const message =
      'The start is no real date and time between 2000 and 2099; write it like 2026-12-01T17:00.';
    return { field, reason: 'INVALID_TIME', message };
  }
  if (schedule.timeKind === 'ALL_DAY' && (start.hour !== 0 || start.minute !== 0)) {
    return { field, reason: 'NOT_WHOLE_DAYS', message: 'What takes all day starts at 00:00.' };
  }
  return wallTimeExists(start) ? null : gapProblem(start);
}

function gapProblem(wall: Temporal.PlainDateTime): ScheduleProblem {
  const message = `${wall.toString({ smallestUnit: 'minute' })} does not exist in Helsinki: the clocks go forward from 03:00 to 04:00 that night. Choose a time before 03:00 or from 04:00.`;
  return { field: 'startsAtLocal', reason: 'TIME_DOES_NOT_EXIST', message };
}

function zoneProblem({ timeZone }: Schedule): ScheduleProblem | null {
  if (timeZone === SCHEDULE_TIME_ZONE) return null;
  return {
    field: 'timeZone',
    reason: 'INVALID_TIME',
    message: `The time zone must be ${SCHEDULE_TIME_ZONE}.`,
  };
}

function durationProblem({ durationMinutes, timeKind }: Schedule): ScheduleProblem | null {
  const field = 'durationMinutes';
  if (durationMinutes <= 0) {
    return { field, reason: 'END_BEFORE_START', message: 'The end must be later than the start.' };
  }
  if (timeKind === 'ALL_DAY' && durationMinutes % MINUTES_OF_DAY !== 0) {
    return { field, reason: 'NOT_WHOLE_DAYS', message: 'What takes all day lasts whole days.' };
  }
  const isInRange =
    durationMinutes >= MINIMUM_DURATION_MINUTES && durationMinutes <= MAXIMUM_DURATION_MINUTES;
  if (Number.isInteger(durationMinutes) && isInRange) return null;
  return {
    field,
    reason: 'DURATION_OUT_OF_RANGE',
    message: `The duration must be whole minutes from ${MINIMUM_DURATION_MINUTES} to ${MAXIMUM_DURATION_MINUTES} (7 days).`,
  };
}

function rulesProblem(schedule: Schedule, text: string): ScheduleProblem | null {
  const reading = parseRule(text);
  if (!reading.ok) return reading.problem;
  const { rule } = reading;
  const unsupported = offeredRuleProblem(rule);
  if (unsupported !== null) return unsupported;
  if (rule.until === null && rule.count === null) {
    return ruleProblem(
      'RULE_NEVER_ENDS',
      'The rule never ends; set a last date (UNTIL) or a number of times (COUNT).',
    );
  }
  if (rule.until !== null && !rule.until.isUtc) {
    return ruleProblem(
      'INVALID_RULE',
      'UNTIL must be in UTC, like 20270515T205959Z for the end of 15 May 2027.',
    );
  }
  if (rule.count !== null && rule.count > MAXIMUM_DATES) return tooManyDates().problem;
  return datesProblem(schedule);
}

function datesProblem(schedule: Schedule): ScheduleProblem | null {
  try {
    let first: ScheduledTime | null = null;
    let count = 0;
    // Only starts are counted here; a wrong duration is told beside its own field.
    const counted = { ...schedule, durationMinutes: MINIMUM_DURATION_MINUTES };
    for (const time of timesFrom(counted, startOf(schedule))) {
      first ??= time;
      count += 1;
      if (count > MAXIMUM_DATES) return tooManyDates().problem;
    }
    if (first === null) {
      const message =
        'The rule yields no date: its last date is before its first, or all are left out; set a later UNTIL or other weekdays.';
      return ruleProblem('RULE_YIELDS_NOTHING', message);
    }
    const wall = parseWallTime(first.originalStartLocal);
    return wall === null || wallTimeExists(wall) ? null : gapProblem(wall);
  } catch (error) {
    if (error instanceof ScheduleError) return error.problem;
    throw error;
  }
}

function startOf({ startsAtLocal }: Schedule): Temporal.Instant {
  const start = parseWallTime(startsAtLocal);
  if (start === null) throw new RangeError('the start was checked before');
  return instantOf(start);
}

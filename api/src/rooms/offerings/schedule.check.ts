import type { Problems } from './offering.problems.ts';
import type { ScheduleInput } from './schedule.inputs.ts';
import {
  alignStart,
  MAXIMUM_INTERVAL,
  rhythmRule,
  SCHEDULE_TIME_ZONE,
  validateSchedule,
  type Rhythm,
  type Schedule,
  type ScheduleProblem,
} from './schedule/index.ts';

export type { Schedule } from './schedule/index.ts';

type Fields = Omit<ScheduleInput, 'startsAtLocal' | 'durationMinutes'>;

const repeats = ({ rhythm, interval, monthWeek, weekdays, intervalWeeks, untilOn, count }: Fields): boolean =>
  Boolean(weekdays?.length) ||
  [rhythm, interval, monthWeek, intervalWeeks, untilOn, count].some((value) => value != null);

const below = (path: string, field: string): string => (path ? `${path}.${field}` : field);

const isInterval = (value: number | null | undefined): boolean =>
  value == null || (Number.isInteger(value) && value >= 1 && value <= MAXIMUM_INTERVAL);

/** Whether the fields of a rhythm can be written as a rule at all. */
const rhythmSound = (input: Fields, path: string, problems: Problems): boolean => {
  const { rhythm, interval, monthWeek, weekdays, intervalWeeks, untilOn, count } = input;
  const say = (field: keyof Fields, reason: string, message: string): void =>
    problems.add(below(path, field), reason, message);
  let sound = true;
  const unless = (holds: boolean, ...problem: Parameters<typeof say>): void => {
    if (holds) return;
    say(...problem);
    sound = false;
  };
  unless(
    rhythm != null || Boolean(weekdays?.length),
    'weekdays',
    'WEEKDAYS_MISSING',
    'Choose the weekdays on which it repeats.',
  );
  unless(
    (weekdays ?? []).every((day) => Number.isInteger(day) && day >= 1 && day <= 7),
    'weekdays',
    'WEEKDAY_INVALID',
    'A weekday is a number from 1 (Monday) to 7 (Sunday).',
  );
  const range = `Repeat every 1 to ${MAXIMUM_INTERVAL} times.`;
  unless(isInterval(intervalWeeks), 'intervalWeeks', 'INTERVAL_OUT_OF_RANGE', range);
  unless(isInterval(interval), 'interval', 'INTERVAL_OUT_OF_RANGE', range);
  unless(
    monthWeek == null || [1, 2, 3, 4, 5, -1].includes(monthWeek),
    'monthWeek',
    'MONTH_WEEK_INVALID',
    'Name the first to fifth such weekday of the month, or -1 for the last.',
  );
  unless(
    untilOn == null || count == null,
    'count',
    'UNTIL_AND_COUNT',
    'Set the last day or the number of dates, not both.',
  );
  unless(
    count == null || (Number.isInteger(count) && count >= 1),
    'count',
    'COUNT_OUT_OF_RANGE',
    'Count at least 1 date.',
  );
  return sound;
};

/** undefined when the fields cannot be read; the problems say why. */
const ruleOf = (input: ScheduleInput, path: string, problems: Problems): string | null | undefined => {
  const { rule, rhythm, interval, monthWeek, weekdays, intervalWeeks, untilOn, count, startsAtLocal } = input;
  if (rule != null) {
    if (!repeats(input)) return rule;
    problems.add(below(path, 'rule'), 'RULE_AND_FIELDS', 'Give a rule or the fields of a rhythm, not both.');
    return undefined;
  }
  if (!repeats(input)) return null;
  if (!rhythmSound(input, path, problems)) return undefined;
  const fields: Rhythm = {
    kind: rhythm ?? 'WEEKLY',
    interval: interval ?? intervalWeeks ?? 1,
    weekdays: weekdays ?? [],
    monthWeek: monthWeek ?? null,
    until: untilOn ?? null,
    count: count ?? null,
  };
  return rhythmRule(fields, startsAtLocal);
};

/** The field of the input beside which a problem of the rule is told. */
const fieldOf = ({ field }: ScheduleProblem, { rule, count }: ScheduleInput): string => {
  if (field !== 'rule' || rule != null) return field;
  return count != null ? 'count' : 'untilOn';
};

const sortedUnique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/**
 * The schedule of an input, its start on its first date; null when it is not sound. Problems carry the engine's
 * reasons (RULE_NEVER_ENDS, TIME_DOES_NOT_EXIST, …) at the fields below `path`, '' for the input itself.
 */
export const checkSchedule = (input: ScheduleInput, path: string, problems: Problems): Schedule | null => {
  const rule = ruleOf(input, path, problems);
  const schedule: Schedule = {
    startsAtLocal: input.startsAtLocal,
    timeZone: SCHEDULE_TIME_ZONE,
    durationMinutes: input.durationMinutes,
    rule: rule ?? null,
    timeKind: input.timeKind ?? 'TIMED',
    skippedOn: sortedUnique(input.skippedOn ?? []),
    extraStarts: sortedUnique(input.extraStarts ?? []),
    skipsHolidays: input.skipsHolidays ?? false,
    skipsSchoolBreaks: input.skipsSchoolBreaks ?? false,
  };
  const found = validateSchedule(schedule);
  for (const problem of found) {
    problems.add(below(path, fieldOf(problem, input)), problem.reason, problem.message);
  }
  return rule === undefined || found.length > 0 ? null : alignStart(schedule);
};

const MOST_SCHEDULES = 20;

/** The schedules of an input, as far as they are sound. */
export const checkSchedules = (inputs: readonly ScheduleInput[], problems: Problems): Schedule[] =>
  problems
    .atMost('schedules', inputs, MOST_SCHEDULES)
    .map((input, index) => checkSchedule(input, `schedules[${index}]`, problems))
    .filter((schedule) => schedule !== null);

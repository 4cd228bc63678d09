import { expandRule, tooManyDates } from './rule.expand.ts';
import { isSkipped } from './closed-days.ts';
import { parseRule } from './rule.parse.ts';
import {
  MAXIMUM_DATES,
  MINUTES_OF_DAY,
  ScheduleError,
  type Schedule,
  type ScheduledTime,
} from './schedule.ts';
import { formatWallTime, instantOf, parseWallTime, wallTimeOf } from './wall-time.ts';

/** From `from` (in) to `to` (out). */
export type TimeWindow = { from: Temporal.Instant; to: Temporal.Instant };

/**
 * The dates of a schedule that start in the window, ascending, none twice. Local time stays put across summer
 * time. A date whose wall time is jumped over in spring starts an hour later by the clock (03:30 → 04:30).
 * Throws ScheduleError for a schedule that cannot be read and for more than `MAXIMUM_DATES` in the window.
 */
export function expand(schedule: Schedule, window: TimeWindow): ScheduledTime[] {
  const times: ScheduledTime[] = [];
  for (const time of timesFrom(schedule, window.from)) {
    if (Temporal.Instant.compare(time.startsAt, window.to) >= 0) break;
    if (times.length === MAXIMUM_DATES) throw tooManyDates();
    times.push(time);
  }
  return times;
}

/** The next dates that start at `from` or later, at most `count` of them. Errors as `expand`. */
export function nextDates(schedule: Schedule, count: number, from: Temporal.Instant): ScheduledTime[] {
  const times: ScheduledTime[] = [];
  const limit = Math.min(count, MAXIMUM_DATES);
  if (limit < 1) return times;
  for (const time of timesFrom(schedule, from)) {
    times.push(time);
    if (times.length >= limit) break;
  }
  return times;
}

/** All dates from `from` on, made as they are asked for. */
export function* timesFrom(schedule: Schedule, from: Temporal.Instant): Generator<ScheduledTime> {
  let previous: Temporal.Instant | null = null;
  for (const time of everyTime(schedule, from)) {
    // Two wall times meet in one instant only around the gap of spring; the first keeps the date.
    if (previous !== null && Temporal.Instant.compare(time.startsAt, previous) <= 0) continue;
    if (Temporal.Instant.compare(time.startsAt, from) < 0) continue;
    previous = time.startsAt;
    yield time;
  }
}

/**
 * The dates that the rule names and the schedule leaves out, as wall times: what EXDATE says (RFC 5545 §3.8.5.1). An
 * extra date at the same time takes place after all.
 */
export function skippedTimes(schedule: Schedule, to: Temporal.Instant): string[] {
  const { startsAtLocal, timeZone, durationMinutes, rule } = schedule;
  const start = parseWallTime(startsAtLocal);
  if (start === null || rule === null) return [];
  const all = expand({ startsAtLocal, timeZone, durationMinutes, rule }, { from: instantOf(start), to });
  return all
    .filter((time) => isSkipped(schedule, dayOf(time)))
    .map(({ originalStartLocal }) => originalStartLocal)
    .filter((local) => !schedule.extraStarts?.includes(local));
}

const dayOf = ({ originalStartLocal }: ScheduledTime): Temporal.PlainDate =>
  Temporal.PlainDate.from(originalStartLocal.slice(0, 10));

/** Two ascending streams as one. */
function* merged(rule: Iterable<ScheduledTime>, extra: readonly ScheduledTime[]): Generator<ScheduledTime> {
  let next = 0;
  for (const time of rule) {
    for (; next < extra.length; next += 1) {
      const other = extra[next];
      if (other === undefined || Temporal.Instant.compare(other.startsAt, time.startsAt) > 0) break;
      yield other;
    }
    yield time;
  }
  yield* extra.slice(next);
}

function everyTime(schedule: Schedule, from: Temporal.Instant): Iterable<ScheduledTime> {
  const extra = (schedule.extraStarts ?? [])
    .map(parseWallTime)
    .filter((wall) => wall !== null)
    .map((wall) => timeAt(wall, schedule))
    .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  return extra.length === 0 ? ruleTimes(schedule, from) : merged(ruleTimes(schedule, from), extra);
}

function* ruleTimes(schedule: Schedule, from: Temporal.Instant): Generator<ScheduledTime> {
  const start = parseWallTime(schedule.startsAtLocal);
  if (start === null) {
    const message = 'The start is no real date and time; write it like 2026-12-01T17:00.';
    throw new ScheduleError({ field: 'startsAtLocal', reason: 'INVALID_TIME', message });
  }
  if (!Number.isSafeInteger(schedule.durationMinutes)) {
    const message = 'The duration must be whole minutes.';
    throw new ScheduleError({ field: 'durationMinutes', reason: 'DURATION_OUT_OF_RANGE', message });
  }
  if (schedule.rule === null) {
    yield timeAt(start, schedule);
    return;
  }
  const reading = parseRule(schedule.rule);
  if (!reading.ok) throw new ScheduleError(reading.problem);
  const { rule } = reading;
  // A day back: wall times moved by a clock change are met as well.
  const fromWall = wallTimeOf(from).subtract({ days: 1 });
  const until = rule.until?.at ?? null;
  for (const walls of expandRule(rule, start, fromWall)) {
    const times = walls.map((wall) => timeAt(wall, schedule));
    // Wall times around the gap of spring may change places as instants.
    times.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
    yield* times
      .filter(({ startsAt }) => until === null || Temporal.Instant.compare(startsAt, until) <= 0)
      .filter((time) => !isSkipped(schedule, dayOf(time)));
  }
}

function timeAt(wall: Temporal.PlainDateTime, { durationMinutes, timeKind }: Schedule): ScheduledTime {
  const startsAt = instantOf(wall);
  const endsAt =
    timeKind === 'ALL_DAY'
      ? // Whole days end at midnight, also when one of them has 23 or 25 hours.
        instantOf(wall.add({ days: Math.ceil(durationMinutes / MINUTES_OF_DAY) }))
      : startsAt.add({ minutes: durationMinutes });
  return { startsAt, endsAt, originalStartLocal: formatWallTime(wall) };
}

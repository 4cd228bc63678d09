import { RRuleTemporal } from 'rrule-temporal';
import type { RecurrenceRule } from './rule.parse.ts';
import { MAXIMUM_DATES, ruleProblem, ScheduleError } from './schedule.ts';

/** Nothing is expanded past this year, so a rule whose dates never come cannot search for ever. */
const HORIZON = Temporal.PlainDateTime.from('2200-01-01T00:00');
const SUB_DAILY = new Set(['SECONDLY', 'MINUTELY', 'HOURLY']);
const MAXIMUM_TIMES_A_DAY = 24;

/**
 * The wall times of a rule from `from` on, a list for each year, ascending.
 *
 * The rule runs on wall time alone (in UTC, where every hour exists once); zone and clock changes are the
 * caller's. So local time stays put, and a date in the gap of spring counts and is kept, to be read with the
 * offset before the gap. UNTIL is an instant and thus the caller's too; here it only bounds the search.
 * Throws ScheduleError: RULE_NOT_SUPPORTED, RULE_YIELDS_TOO_MANY, INVALID_RULE, RULE_YIELDS_NOTHING.
 */
export function* expandRule(
  rule: RecurrenceRule,
  start: Temporal.PlainDateTime,
  from: Temporal.PlainDateTime,
): Generator<Temporal.PlainDateTime[]> {
  refuseHostile(rule);
  const engine = engineFor(rule, start);
  if (rule.count !== null) {
    yield guarded(() => engine.all()).map(wallOf);
    return;
  }
  const end = lastWallTime(rule);
  let chunkStart = Temporal.PlainDateTime.compare(from, start) > 0 ? from : start;
  while (Temporal.PlainDateTime.compare(chunkStart, end) <= 0) {
    // New year's night changes no clock: no pair of wall times swaps its order across chunks.
    const nextChunk = Temporal.PlainDateTime.from({ year: chunkStart.year + 1, month: 1, day: 1 });
    const chunkEnd = nextChunk.subtract({ seconds: 1 });
    const [after, before] = [utc(chunkStart), utc(chunkEnd)];
    yield guarded(() => engine.between(after, before, true)).map(wallOf);
    chunkStart = nextChunk;
  }
}

function refuseHostile(rule: RecurrenceRule): void {
  const timesADay = ['BYHOUR', 'BYMINUTE', 'BYSECOND']
    .map((name) => rule.parts.get(name)?.split(',').length ?? 1)
    .reduce((product, size) => product * size, 1);
  if (SUB_DAILY.has(rule.frequency) || timesADay > MAXIMUM_TIMES_A_DAY) {
    const message = `A rule that repeats more than ${MAXIMUM_TIMES_A_DAY} times a day is not supported.`;
    throw new ScheduleError(ruleProblem('RULE_NOT_SUPPORTED', message));
  }
  if (rule.count !== null && rule.count > MAXIMUM_DATES) throw tooManyDates();
}

export function tooManyDates(): ScheduleError {
  const message = `The rule yields more than ${MAXIMUM_DATES} dates; set an earlier UNTIL or a smaller COUNT.`;
  return new ScheduleError(ruleProblem('RULE_YIELDS_TOO_MANY', message));
}

function engineFor(
  rule: RecurrenceRule,
  start: Temporal.PlainDateTime,
): RRuleTemporal<Temporal.ZonedDateTime> {
  const pairs = [...rule.parts]
    .filter(([name]) => name !== 'UNTIL')
    .map(([name, value]) => `${name}=${value}`);
  try {
    return new RRuleTemporal({
      rruleString: pairs.join(';'),
      dtstart: utc(start),
      temporal: Temporal,
      strict: true,
      cache: false,
    });
  } catch {
    const message =
      'The parts of the rule do not go together (RFC 5545, 3.3.10); leave out what FREQ does not allow.';
    throw new ScheduleError(ruleProblem('INVALID_RULE', message));
  }
}

/** The library gives up with an error after 10 000 empty periods: such a rule has no dates. */
function guarded(run: () => Temporal.ZonedDateTime[]): Temporal.ZonedDateTime[] {
  try {
    return run();
  } catch {
    throw new ScheduleError(
      ruleProblem('RULE_YIELDS_NOTHING', 'The rule yields no date that exists; change it.'),
    );
  }
}

function lastWallTime(rule: RecurrenceRule): Temporal.PlainDateTime {
  if (rule.until === null) return HORIZON;
  // A day more than UNTIL in UTC holds every wall time up to it in any zone.
  const bound = rule.until.at.toZonedDateTimeISO('UTC').toPlainDateTime().add({ days: 1 });
  return Temporal.PlainDateTime.compare(bound, HORIZON) < 0 ? bound : HORIZON;
}

function utc(wall: Temporal.PlainDateTime): Temporal.ZonedDateTime {
  return wall.toZonedDateTime('UTC');
}

function wallOf(date: Temporal.ZonedDateTime): Temporal.PlainDateTime {
  return date.toPlainDateTime();
}

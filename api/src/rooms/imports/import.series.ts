import { nextDates, validateSchedule, type Schedule, type ScheduleInput } from '../offerings/index.ts';
import type { EventProblems } from './event.problems.ts';
import type { ImportedSeries } from './import-source.ts';
import { ruleHere, shiftOf } from './import.rule.ts';
import { helsinkiOf } from './ics.moments.ts';

/** When the source does not say how long it takes. */
const usualMinutes = 120;
const dayMinutes = 1440;
const longestMinutes = 7 * dayMinutes;
const shortestMinutes = 5;
/** As many as a schedule may have. */
const mostDates = 200;
const mostSchedules = 15;

type Found = { readonly schedules: ScheduleInput[]; readonly isOver: boolean };
const nothing: Found = { schedules: [], isOver: false };

const asSchedule = (input: ScheduleInput): Schedule => ({
  startsAtLocal: input.startsAtLocal,
  timeZone: 'Europe/Helsinki',
  durationMinutes: input.durationMinutes,
  rule: input.rule ?? null,
  timeKind: input.timeKind ?? 'TIMED',
  skippedOn: input.skippedOn ?? [],
  extraStarts: input.extraStarts ?? [],
});

const hasDateFrom = (input: ScheduleInput, from: Temporal.Instant): boolean =>
  nextDates(asSchedule(input), 1, from.subtract({ minutes: input.durationMinutes })).length > 0;

const lengthOf = (minutes: number | null, isDay: boolean): number => {
  if (minutes === null) return isDay ? dayMinutes : usualMinutes;
  return isDay ? Math.ceil(minutes / dayMinutes) * dayMinutes : Math.max(minutes, shortestMinutes);
};

/** The single dates: those that are still to come, as many as there is room for. */
const coming = (walls: readonly string[], now: Temporal.Instant, problems: EventProblems): string[] => {
  const today = now.toZonedDateTimeISO('Europe/Helsinki').toPlainDate().toString();
  const left = [...new Set(walls)].filter((wall) => wall.slice(0, 10) >= today).sort();
  if (left.length > mostDates) {
    const message = `The event has more than ${mostDates} single dates; the first ${mostDates} to come are taken.`;
    problems.note('RDATE', 'TOO_MANY_DATES', message);
  }
  return left.slice(0, mostDates);
};

const isLeftOut = (wall: string, skipped: ReadonlySet<string>): boolean =>
  skipped.has(wall) || skipped.has(wall.slice(0, 10));

/** The rules of a series as schedules, and the dates of those that no rule here can say. */
const byRules = (
  series: ImportedSeries,
  base: Pick<ScheduleInput, 'durationMinutes' | 'timeKind'>,
  now: Temporal.Instant,
  problems: EventProblems,
): { readonly inputs: ScheduleInput[]; readonly walls: string[] } => {
  const inputs: ScheduleInput[] = [];
  const walls: string[] = [];
  const shift = shiftOf(series, now);
  for (const text of series.rules) {
    const found = ruleHere(series, text, shift, now, problems);
    walls.push(...found.walls);
    if (found.rule === null || found.startsAtLocal === null) continue;
    const input = { ...base, startsAtLocal: found.startsAtLocal, rule: found.rule };
    const [wrong] = validateSchedule(asSchedule(input));
    if (wrong === undefined || wrong.reason === 'RULE_YIELDS_NOTHING') inputs.push(input);
    else {
      problems.note('RRULE', 'RULE_NOT_USABLE', `Its repetition is left out: ${wrong.message}`);
      walls.push(helsinkiOf({ wall: series.startsAt, zone: series.zone }));
    }
  }
  return { inputs: inputs.filter((input) => hasDateFrom(input, now) || inputs.length === 1), walls };
};

/** A date that stands alone, with a length of its own. */
const alone = (series: ImportedSeries, length: number, now: Temporal.Instant): ScheduleInput[] =>
  series.extra
    .map(({ startsAt, durationMinutes }) => ({
      startsAtLocal: startsAt,
      durationMinutes: lengthOf(durationMinutes, series.isDay),
      ...(series.isDay && { timeKind: 'ALL_DAY' as const }),
    }))
    .filter((input) => input.durationMinutes !== length && input.durationMinutes <= longestMinutes)
    .filter((input) => validateSchedule(asSchedule(input)).length === 0 && hasDateFrom(input, now))
    .slice(0, mostSchedules);

/** Single dates as one schedule: the first one's start, the others beside it. */
const together = (
  walls: readonly string[],
  base: Pick<ScheduleInput, 'durationMinutes' | 'timeKind'>,
): ScheduleInput[] => {
  const sound = walls.filter(
    (startsAtLocal) => validateSchedule(asSchedule({ ...base, startsAtLocal })).length === 0,
  );
  const [first, ...others] = sound;
  return first === undefined ? [] : [{ ...base, startsAtLocal: first, extraStarts: others }];
};

/** A calendar's event as schedules on the clocks of Helsinki, and whether it has no date to come. */
export const schedulesOfSeries = (
  series: ImportedSeries,
  now: Temporal.Instant,
  problems: EventProblems,
): Found => {
  const { isDay, durationMinutes } = series;
  const length = lengthOf(durationMinutes, isDay);
  if (length > longestMinutes) {
    problems.note('DTEND', 'TIME_NOT_USABLE', 'It lasts longer than 7 days; comes in without a date.');
    return nothing;
  }
  if (durationMinutes === null && !isDay)
    problems.note('DTEND', 'END_MISSING', 'The event has no end; it is shown with its start alone.');
  const timeKind = isDay ? 'ALL_DAY' : durationMinutes === null ? 'OPEN_END' : 'TIMED';
  const base = { durationMinutes: length, timeKind } as const;
  const skipped = new Set(series.skipped);
  const rules = byRules(series, base, now, problems);
  const extra = series.extra.filter((each) => lengthOf(each.durationMinutes, isDay) === length);
  const ofRules = rules.walls.filter((wall) => !isLeftOut(wall, skipped));
  const walls = coming([...ofRules, ...extra.map(({ startsAt }) => startsAt)], now, problems);
  const own = helsinkiOf({ wall: series.startsAt, zone: series.zone });
  const single = series.rules.length === 0 && !isLeftOut(own, skipped) ? [own] : [];
  const [firstRule, ...otherRules] = rules.inputs.slice(0, mostSchedules);
  const skippedOn = coming(
    series.skipped.map((wall) => wall.slice(0, 10)),
    now,
    problems,
  );
  const days = [...new Set(skippedOn)];
  const main = firstRule
    ? [
        { ...firstRule, skippedOn: days, extraStarts: walls },
        ...otherRules.map((rule) => ({ ...rule, skippedOn: days })),
      ]
    : together([...new Set([...single, ...walls])], base);
  const schedules = [...main, ...alone(series, length, now)];
  if (schedules.length === 0 && single.length > 0)
    problems.note(
      'DTSTART',
      'TIME_NOT_USABLE',
      'It began before 2000 or at a time that does not exist; comes in without a date.',
    );
  return { schedules, isOver: schedules.every((input) => !hasDateFrom(input, now)) };
};

import { nextDates, type Schedule } from '../offerings/index.ts';
import type { EventProblems } from './event.problems.ts';
import type { ImportedSeries } from './import-source.ts';
import { helsinkiOf, instantAt, wallText } from './ics.moments.ts';
import { HELSINKI } from './ics.zones.ts';

const monthsAhead = 18;
/** More dates of a rule in another zone than there is room for. */
const mostDates = 200;

type RuleHere = {
  /** The rule on the clocks of Helsinki; null where none says the same. */
  readonly rule: string | null;
  readonly startsAtLocal: string | null;
  /** Then its dates of the coming 18 months, on the clocks of Helsinki. */
  readonly walls: string[];
};

const offsetAt = (zone: string, at: Temporal.Instant): number =>
  at.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;

/** What was worked out for a zone on one day: every event of a calendar asks again. */
const shifts = new Map<string, number | null>();
const mostShifts = 500;

const workOutShift = (zone: string, now: Temporal.Instant): number | null => {
  const differences = new Set<number>();
  // Every other day: the nights of clock changes are met on both sides.
  for (let day = 0; day <= 800; day += 2) {
    const at = now.add({ hours: day * 24 });
    differences.add(offsetAt(HELSINKI, at) - offsetAt(zone, at));
  }
  const [only] = differences;
  return differences.size === 1 && only !== undefined ? only : null;
};

/** By how many minutes the clocks of Helsinki are ahead of a zone's, when that is always the same; else null. */
export const shiftOf = ({ zone }: Pick<ImportedSeries, 'zone'>, now: Temporal.Instant): number | null => {
  if (zone === HELSINKI) return 0;
  const key = `${zone} ${now.toString().slice(0, 10)}`;
  const known = shifts.get(key);
  if (known !== undefined) return known;
  if (shifts.size >= mostShifts) shifts.clear();
  const shift = workOutShift(zone, now);
  shifts.set(key, shift);
  return shift;
};

/**
 * Up to when an endless rule comes in: the end of the quarter in 18 months, so that the same calendar gives the same
 * dates for a while.
 */
export const horizonOf = (now: Temporal.Instant): Temporal.PlainDate => {
  const month = now
    .toZonedDateTimeISO(HELSINKI)
    .toPlainDate()
    .add({ months: monthsAhead })
    .toPlainYearMonth();
  const quarter = month.add({ months: (3 - (month.month % 3)) % 3 });
  return quarter.toPlainDate({ day: quarter.daysInMonth });
};

const compact = (instant: Temporal.Instant): string =>
  instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

const endOfDay = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  instantAt({ wall: `${day.toString()}T23:59`, zone });

/** The instant of an UNTIL; null for one that is no date. */
const untilOf = (text: string, zone: string): Temporal.Instant | null => {
  const [, year, month, day, hour, minute, utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/.exec(text) ?? [];
  try {
    const date = Temporal.PlainDate.from(`${year}-${month}-${day}`, { overflow: 'reject' });
    if (hour === undefined) return endOfDay(date, zone);
    return instantAt({ wall: `${date.toString()}T${hour}:${minute}`, zone: utc === 'Z' ? 'UTC' : zone });
  } catch {
    return null;
  }
};

interface RuleText {
  readonly parts: readonly string[];
  readonly until: Temporal.Instant | null;
  readonly isEndless: boolean;
  readonly isCounted: boolean;
}

const readRule = (text: string, zone: string): RuleText => {
  const parts = text.toUpperCase().replaceAll(/\s/g, '').split(';').filter(Boolean);
  const until = parts.find((part) => part.startsWith('UNTIL='));
  const isCounted = parts.some((part) => part.startsWith('COUNT='));
  return {
    parts: parts.filter((part) => !part.startsWith('UNTIL=')),
    until: until === undefined ? null : untilOf(until.slice(6), zone),
    isEndless: until === undefined && !isCounted,
    isCounted,
  };
};

const scheduleOf = (startsAtLocal: string, rule: string): Schedule => ({
  startsAtLocal,
  timeZone: HELSINKI,
  durationMinutes: 5,
  rule,
});

/** Dates of a schedule, none for one that the engine refuses. */
const datesOf = (schedule: Schedule, count: number, from: Temporal.Instant): string[] => {
  try {
    return nextDates(schedule, count, from).map(({ originalStartLocal }) => originalStartLocal);
  } catch {
    return [];
  }
};

/** A series that has run for years begins anew at its last date but a few: what is long over makes no work. */
const startNear = (startsAtLocal: string, rule: string, now: Temporal.Instant): string => {
  if (
    startsAtLocal >=
    helsinkiOf({
      wall: wallText(now.toZonedDateTimeISO('UTC').toPlainDateTime().subtract({ months: 6 })),
      zone: 'UTC',
    })
  )
    return startsAtLocal;
  const [near] = datesOf(scheduleOf(startsAtLocal, rule), 1, now.subtract({ hours: 24 * 31 }));
  return near ?? startsAtLocal;
};

/** What an RRULE of a calendar is here. */
export const ruleHere = (
  { startsAt, zone }: ImportedSeries,
  text: string,
  shift: number | null,
  now: Temporal.Instant,
  problems: EventProblems,
): RuleHere => {
  const { parts, until, isEndless, isCounted } = readRule(text, zone);
  const horizon = horizonOf(now);
  if (isEndless) {
    const message = `The event repeats without end; it comes in until ${horizon.toString()}.`;
    problems.note('RRULE', 'RULE_WITHOUT_END', message);
  }
  const last = until ?? (isEndless ? endOfDay(horizon, HELSINKI) : null);
  const ruleWith = (end: Temporal.Instant | null): string =>
    [...parts, ...(end === null ? [] : [`UNTIL=${compact(end)}`])].join(';');
  const moved =
    shift === null ? null : wallText(Temporal.PlainDateTime.from(startsAt).add({ minutes: shift }));
  if (moved !== null && moved.slice(0, 10) === startsAt.slice(0, 10)) {
    const rule = ruleWith(last);
    return { rule, startsAtLocal: isCounted ? moved : startNear(moved, rule, now), walls: [] };
  }
  const message = `The clocks of ${zone} change on other days than here; the dates of the next 18 months come in one by one.`;
  problems.note('RRULE', 'RULE_AS_SINGLE_DATES', message);
  // The engine counts on the clocks of Helsinki: it is asked as if those were the zone's.
  const end =
    last && instantAt({ wall: wallText(last.toZonedDateTimeISO(zone).toPlainDateTime()), zone: HELSINKI });
  const walls = datesOf(scheduleOf(startsAt, ruleWith(end)), mostDates, now.subtract({ hours: 48 }));
  const bound = horizon.toString();
  return {
    rule: null,
    startsAtLocal: null,
    walls: walls.map((wall) => helsinkiOf({ wall, zone })).filter((wall) => wall.slice(0, 10) <= bound),
  };
};

import { parseRule, type RecurrenceRule } from './rule.parse.ts';
import { isWeekdayCode, WEEKDAY_CODES } from './rule.parts.ts';
import { untilDay, writeUntil } from './rule.until.ts';
import { ruleProblem, type ScheduleProblem } from './schedule.ts';

/** What the editor asks for a weekly series. */
export type WeeklyRule = {
  /** ISO weekdays, 1 = Monday … 7 = Sunday; empty = the weekday of the first date. */
  weekdays: number[];
  /** 1 = every week, 2 = every other week … 52. */
  intervalWeeks: number;
  /** Last day on which a date may start, `2027-05-15`, in Helsinki. */
  until: string | null;
  /** Number of dates. */
  count: number | null;
};

const SUPPORTED_PARTS = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL', 'COUNT', 'WKST']);
const MAXIMUM_INTERVAL_WEEKS = 52;
const SUPPORTED =
  'Supported is FREQ=WEEKLY with INTERVAL (1 to 52), BYDAY (weekdays) and either UNTIL or COUNT, weeks starting on Monday.';

/** Writes the RRULE value of a weekly series. Throws RangeError for fields outside their range. */
export function weeklyRule({ weekdays, intervalWeeks, until, count }: WeeklyRule): string {
  const parts = ['FREQ=WEEKLY'];
  if (!Number.isInteger(intervalWeeks) || intervalWeeks < 1 || intervalWeeks > MAXIMUM_INTERVAL_WEEKS) {
    throw new RangeError(`intervalWeeks must be a whole number from 1 to ${MAXIMUM_INTERVAL_WEEKS}`);
  }
  if (intervalWeeks > 1) parts.push(`INTERVAL=${intervalWeeks}`);
  if (weekdays.length > 0) parts.push(`BYDAY=${weekdayCodes(weekdays).join(',')}`);
  if (until !== null && count !== null) throw new RangeError('a rule has until or count, not both');
  if (until !== null)
    parts.push(`UNTIL=${writeUntil(Temporal.PlainDate.from(until, { overflow: 'reject' }))}`);
  if (count !== null) {
    if (!Number.isInteger(count) || count < 1) throw new RangeError('count must be a whole number above 0');
    parts.push(`COUNT=${count}`);
  }
  return parts.join(';');
}

/** The editor's fields of a rule; null for one that is no weekly rule of this release. */
export function parseWeeklyRule(text: string): WeeklyRule | null {
  const reading = parseRule(text);
  if (!reading.ok || weeklyRuleProblem(reading.rule) !== null) return null;
  const { parts, interval, until, count } = reading.rule;
  const codes = parts.get('BYDAY')?.split(',').filter(isWeekdayCode) ?? [];
  const weekdays = codes.map((code) => WEEKDAY_CODES.indexOf(code) + 1);
  return {
    weekdays: ascendingUnique(weekdays),
    intervalWeeks: interval,
    until: until === null ? null : untilDay(until).toString(),
    count,
  };
}

/** Why a rule that reads well is none of this release; null when it is. */
export function weeklyRuleProblem(rule: RecurrenceRule): ScheduleProblem | null {
  if (rule.frequency !== 'WEEKLY') {
    return ruleProblem('RULE_NOT_SUPPORTED', `FREQ=${rule.frequency} is not supported yet. ${SUPPORTED}`);
  }
  for (const [name, value] of rule.parts) {
    if (!SUPPORTED_PARTS.has(name) || (name === 'WKST' && value !== 'MO')) {
      return ruleProblem('RULE_NOT_SUPPORTED', `The rule part ${name} is not supported yet. ${SUPPORTED}`);
    }
  }
  if (rule.interval > MAXIMUM_INTERVAL_WEEKS) {
    return ruleProblem(
      'RULE_NOT_SUPPORTED',
      `An interval of ${rule.interval} weeks is not supported. ${SUPPORTED}`,
    );
  }
  const days = rule.parts.get('BYDAY')?.split(',') ?? [];
  if (!days.every(isWeekdayCode)) {
    return ruleProblem(
      'INVALID_RULE',
      'A weekly rule names plain weekdays, e.g. BYDAY=TU,TH; leave the numbers out.',
    );
  }
  return null;
}

function weekdayCodes(weekdays: number[]): string[] {
  return ascendingUnique(weekdays).map((weekday) => {
    const code = WEEKDAY_CODES[weekday - 1];
    if (code === undefined) throw new RangeError('a weekday is a whole number from 1 (Monday) to 7 (Sunday)');
    return code;
  });
}

function ascendingUnique(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

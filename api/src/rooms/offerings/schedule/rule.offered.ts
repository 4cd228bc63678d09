import type { RecurrenceRule } from './rule.parse.ts';
import { isWeekdayCode } from './rule.parts.ts';
import { ruleProblem, type ScheduleProblem } from './schedule.ts';

export const MAXIMUM_INTERVAL = 52;

const OFFERED = `Offered are FREQ=DAILY, WEEKLY, MONTHLY and YEARLY with an INTERVAL from 1 to ${MAXIMUM_INTERVAL}, once a day at most.`;
const withinADay = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];
const subDaily = new Set(['SECONDLY', 'MINUTELY', 'HOURLY']);

/** Why a rule that reads well is no offering's rhythm; null when it is. A date is known by its day, so it comes once a day. */
export const offeredRuleProblem = ({
  frequency,
  interval,
  parts,
}: RecurrenceRule): ScheduleProblem | null => {
  const refuse = (what: string): ScheduleProblem =>
    ruleProblem('RULE_NOT_SUPPORTED', `${what} is not offered. ${OFFERED}`);
  if (subDaily.has(frequency)) return refuse(`FREQ=${frequency}`);
  const part = withinADay.find((name) => parts.has(name));
  if (part !== undefined) return refuse(`The rule part ${part}`);
  if (interval > MAXIMUM_INTERVAL) return refuse(`An interval of ${interval}`);
  const days = parts.get('BYDAY')?.split(',') ?? [];
  if (frequency === 'WEEKLY' && !days.every(isWeekdayCode)) {
    return ruleProblem(
      'INVALID_RULE',
      'A weekly rule names plain weekdays, e.g. BYDAY=TU,TH; leave the numbers out.',
    );
  }
  return null;
};

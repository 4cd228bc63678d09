import { FREQUENCIES, isFrequency, RULE_PARTS, type Frequency } from './rule.parts.ts';
import { readUntil, type RuleUntil } from './rule.until.ts';
import { ruleProblem, type ScheduleProblem } from './schedule.ts';

/** A rule that reads well; whether this release offers it is another question (`weeklyRuleProblem`). */
export type RecurrenceRule = {
  frequency: Frequency;
  interval: number;
  count: number | null;
  until: RuleUntil | null;
  /** Part name to value, as written, in upper case. */
  parts: ReadonlyMap<string, string>;
};

export type RuleReading = { ok: true; rule: RecurrenceRule } | { ok: false; problem: ScheduleProblem };

/** Longer text is no rule that a person made. */
const MAXIMUM_RULE_LENGTH = 500;

/**
 * Reads an RRULE value. Refuses, by reason: INVALID_RULE (unreadable, unknown or doubled part, value out of
 * range), RULE_NOT_SUPPORTED (RSCALE and SKIP of RFC 7529, X- parts), UNTIL_AND_COUNT.
 */
export function parseRule(text: string): RuleReading {
  if (text.length > MAXIMUM_RULE_LENGTH) {
    return invalid(`The rule is longer than ${MAXIMUM_RULE_LENGTH} characters; shorten it.`);
  }
  const parts = new Map<string, string>();
  for (const pair of text.toUpperCase().split(';')) {
    const [name = '', value, ...rest] = pair.split('=');
    if (value === undefined || rest.length > 0) {
      return invalid(
        'Write the rule as NAME=VALUE pairs parted by semicolons, e.g. FREQ=WEEKLY;BYDAY=TU;COUNT=10.',
      );
    }
    if (name === 'RSCALE' || name === 'SKIP' || name.startsWith('X-')) {
      return refused('RULE_NOT_SUPPORTED', `The rule part ${name} is not supported; leave it out.`);
    }
    const check = RULE_PARTS.get(name);
    if (!check) return invalid('The rule has a part that RFC 5545 does not know; leave it out.');
    if (parts.has(name)) return invalid(`The rule has ${name} twice; keep one.`);
    if (!check(value)) return invalid(`The value of ${name} in the rule is out of its range; correct it.`);
    parts.set(name, value);
  }
  return readParts(parts);
}

function readParts(parts: Map<string, string>): RuleReading {
  const frequency = parts.get('FREQ') ?? '';
  if (!isFrequency(frequency)) return invalid(`The rule needs FREQ, one of ${FREQUENCIES.join(', ')}.`);
  const untilText = parts.get('UNTIL');
  const count = parts.get('COUNT');
  if (untilText !== undefined && count !== undefined) {
    return refused(
      'UNTIL_AND_COUNT',
      'The rule has both UNTIL and COUNT; keep the last date or the number of times.',
    );
  }
  const until = untilText === undefined ? null : readUntil(untilText);
  if (untilText !== undefined && until === null) {
    return invalid('UNTIL in the rule is no real date; write it like 20270515T205959Z.');
  }
  const interval = Number(parts.get('INTERVAL') ?? '1');
  return {
    ok: true,
    rule: { frequency, interval, count: count === undefined ? null : Number(count), until, parts },
  };
}

function invalid(message: string): RuleReading {
  return refused('INVALID_RULE', message);
}

function refused(reason: ScheduleProblem['reason'], message: string): RuleReading {
  return { ok: false, problem: ruleProblem(reason, message) };
}

import { instantOf, wallTimeOf } from './wall-time.ts';

/** The last instant at which a date of the series may start. */
export type RuleUntil = {
  at: Temporal.Instant;
  /** True when written in UTC, as RFC 5545 asks beside a DTSTART with a zone. */
  isUtc: boolean;
};

const LAST_SECOND_OF_DAY = Temporal.PlainTime.from('23:59:59');

/**
 * Reads `20270515T205959Z`; for calendars of others also `20270515` (to the end of that day in Helsinki) and
 * `20270515T235959` (Helsinki time). Null when it is no real date.
 */
export function readUntil(text: string): RuleUntil | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, utc] = match;
  try {
    const date = Temporal.PlainDate.from(`${year}-${month}-${day}`, { overflow: 'reject' });
    if (hour === undefined) return { at: endOfDay(date), isUtc: false };
    const time = Temporal.PlainTime.from(`${hour}:${minute}:${second}`, { overflow: 'reject' });
    const wall = date.toPlainDateTime(time);
    if (utc === 'Z') return { at: wall.toZonedDateTime('UTC').toInstant(), isUtc: true };
    return { at: instantOf(wall), isUtc: false };
  } catch {
    return null;
  }
}

/** UNTIL for "up to and with this day" in Helsinki, in UTC. */
export function writeUntil(date: Temporal.PlainDate): string {
  const utc = endOfDay(date).toString({ smallestUnit: 'second' });
  return utc.replaceAll(/[-:]/g, '');
}

/** The last day in Helsinki on which a date may start. */
export function untilDay(until: RuleUntil): Temporal.PlainDate {
  return wallTimeOf(until.at).toPlainDate();
}

function endOfDay(date: Temporal.PlainDate): Temporal.Instant {
  return instantOf(date.toPlainDateTime(LAST_SECOND_OF_DAY));
}

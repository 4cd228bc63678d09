import { SCHEDULE_TIME_ZONE } from './schedule.ts';

const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2099;

/** Reads `2026-12-01T17:00`; null when it is not a real date and time of the years 2000 to 2099. */
export function parseWallTime(text: string): Temporal.PlainDateTime | null {
  if (!WALL_TIME.test(text)) return null;
  try {
    const wall = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return wall.year >= EARLIEST_YEAR && wall.year <= LATEST_YEAR ? wall : null;
  } catch {
    return null;
  }
}

/** Writes `2026-12-01T17:00`; seconds stand only where a rule (BYSECOND) made some. */
export function formatWallTime(wall: Temporal.PlainDateTime): string {
  return wall.toString({ smallestUnit: wall.second === 0 ? 'minute' : 'second' });
}

/**
 * The instant of a wall time in Helsinki. In the gap of spring it is read with the offset before the gap
 * (03:30 is 04:30 summer time), in the hour that autumn repeats the first one counts: RFC 5545 §3.3.5.
 */
export function instantOf(wall: Temporal.PlainDateTime): Temporal.Instant {
  return wall.toZonedDateTime(SCHEDULE_TIME_ZONE, { disambiguation: 'compatible' }).toInstant();
}

export function wallTimeOf(instant: Temporal.Instant): Temporal.PlainDateTime {
  return instant.toZonedDateTimeISO(SCHEDULE_TIME_ZONE).toPlainDateTime();
}

/** False for a wall time that the clocks of Helsinki jump over in spring. */
export function wallTimeExists(wall: Temporal.PlainDateTime): boolean {
  return wallTimeOf(instantOf(wall)).equals(wall);
}

/** The instant at which the clocks of Helsinki show `2026-12-01T17:00`; null when they never do. */
export function timeAtLocal(text: string): Date | null {
  const wall = parseWallTime(text);
  return wall && wallTimeExists(wall) ? new Date(instantOf(wall).epochMilliseconds) : null;
}

import { type EventProblems, quoted } from './event.problems.ts';
import { fieldOf, isAbsent, type JsonObject } from './json-value.ts';

const TIME_ZONE = 'Europe/Helsinki';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

type EventTimes = { startsAt: string | null; endsAt: string | null; isAllDay: boolean };
type Moment = { at: Temporal.Instant; isDay: boolean };

/**
 * Start and end in UTC. A bare date is a whole day in Finland; the end's date is its last day, as the interface
 * serves events without a time of day.
 */
export function readTimes(event: JsonObject, problems: EventProblems): EventTimes {
  const start = readMoment(event, 'start_time', false, problems);
  const end = readMoment(event, 'end_time', true, problems);
  if (start === null && isAbsent(fieldOf(event, 'start_time'))) {
    problems.note('start_time', 'START_MISSING', 'The event has no start; it comes in without a date.');
  }
  const isEnding = start !== null && end !== null && Temporal.Instant.compare(end.at, start.at) > 0;
  if (start !== null && end !== null && !isEnding) {
    problems.note(
      'end_time',
      'END_BEFORE_START',
      'The event ends before it starts or as it starts; the end is left out.',
    );
  }
  if (start !== null && end === null && isAbsent(fieldOf(event, 'end_time'))) {
    problems.note('end_time', 'END_MISSING', 'The event has no end; set a duration.');
  }
  return {
    startsAt: start === null ? null : write(start.at),
    endsAt: isEnding ? write(end.at) : null,
    isAllDay: start?.isDay ?? false,
  };
}

function readMoment(
  event: JsonObject,
  field: string,
  isEnd: boolean,
  problems: EventProblems,
): Moment | null {
  const value = fieldOf(event, field);
  if (isAbsent(value)) return null;
  const moment = typeof value === 'string' ? parseMoment(value, isEnd) : null;
  if (moment === null) {
    const message = `${field} ${quoted(value)} is no date and time with an offset between 1970 and 2099; left out.`;
    problems.note(field, 'INVALID_TIME', message);
  }
  return moment;
}

function parseMoment(text: string, isEnd: boolean): Moment | null {
  const year = Number(text.slice(0, 4));
  if (year < 1970 || year > 2099) return null;
  try {
    if (MOMENT.test(text)) return { at: Temporal.Instant.from(text), isDay: false };
    if (!DAY.test(text)) return null;
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' }).add({ days: isEnd ? 1 : 0 });
    return { at: day.toZonedDateTime(TIME_ZONE).toInstant(), isDay: true };
  } catch {
    return null;
  }
}

function write(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}

import type { ScheduleInput } from '../offerings/index.ts';
import type { EventProblems } from './event.problems.ts';
import type { ImportedEvent } from './import-source.ts';
import { schedulesOfSeries } from './import.series.ts';

/** When the source does not say how long it takes. */
const usualMinutes = 120;
/** A schedule's bounds; 7 days is the longest. */
const shortestMinutes = 5;
const longestMinutes = 7 * 24 * 60;

/** The event as one date on the clocks of Helsinki; none without a start. */
const singleDate = ({ startsAt, endsAt }: ImportedEvent, problems: EventProblems): ScheduleInput[] => {
  if (startsAt === null) return [];
  const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO('Europe/Helsinki');
  const minutes =
    endsAt === null ? usualMinutes : Math.round(start.toInstant().until(endsAt).total('minutes'));
  if (minutes > longestMinutes || start.year < 2000) {
    const message = 'It lasts longer than 7 days or began before 2000; comes in without a date.';
    problems.note('start_time', 'TIME_NOT_USABLE', message);
    return [];
  }
  const startsAtLocal = start.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return [{ startsAtLocal, durationMinutes: Math.max(minutes, shortestMinutes) }];
};

/** When an event takes place on the clocks of Helsinki, and whether all of it is over. */
export const datedSchedules = (
  event: ImportedEvent,
  now: Temporal.Instant,
  problems: EventProblems,
): { schedules: ScheduleInput[]; isOver: boolean } => {
  if (event.series) return schedulesOfSeries(event.series, now, problems);
  const end = event.endsAt ?? event.startsAt;
  const isOver = end !== null && Temporal.Instant.compare(Temporal.Instant.from(end), now) < 0;
  return { schedules: singleDate(event, problems), isOver };
};

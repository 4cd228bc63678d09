import { setImmediate } from 'node:timers/promises';
import type { ScheduleInput } from '../offerings/index.ts';
import { EventProblems } from './event.problems.ts';
import type { ImportedEvent, ImportProblem, ImportResult } from './import-source.ts';
import { datedSchedules } from './import.times.ts';

/** An event with its times worked out. */
export interface PreparedEvent {
  readonly event: ImportedEvent;
  readonly schedules: readonly ScheduleInput[];
  /** No date of it is still to come. */
  readonly isOver: boolean;
  readonly problems: readonly ImportProblem[];
}

export interface PreparedImport {
  readonly events: readonly PreparedEvent[];
  readonly problems: readonly ImportProblem[];
}

/** Events between two breaths: nobody else waits for a large calendar. */
const stride = 20;

/** Works out the times of all events. */
export const prepareImport = async (result: ImportResult, now: Temporal.Instant): Promise<PreparedImport> => {
  const byEvent = Map.groupBy(result.problems, ({ sourceId }) => sourceId);
  const events: PreparedEvent[] = [];
  const known = new Set<string | null>();
  for (const [index, event] of result.events.entries()) {
    if (index % stride === stride - 1) await setImmediate();
    const problems = new EventProblems(event.sourceId);
    const { schedules, isOver } = datedSchedules(event, now, problems);
    known.add(event.sourceId);
    const read = byEvent.get(event.sourceId) ?? [];
    events.push({ event, schedules, isOver, problems: [...read, ...problems.list] });
  }
  return { events, problems: result.problems.filter(({ sourceId }) => !known.has(sourceId)) };
};

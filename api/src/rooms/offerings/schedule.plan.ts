import type { TimeKind } from './schedule/index.ts';

/** A date as the database has it. */
export interface FormerDate {
  readonly id: string;
  readonly scheduleId: string;
  readonly originalStartLocal: string;
}

/** A date as the schedules want it. */
export interface WantedDate {
  readonly scheduleId: string;
  readonly originalStartLocal: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly timeKind: TimeKind;
}

export interface DatePlan<Former extends FormerDate> {
  /** Dates that stay, each with the time its schedule gives it now. */
  readonly kept: readonly { readonly date: Former; readonly time: WantedDate }[];
  /** Dates that no schedule has any more. */
  readonly stranded: readonly Former[];
  /** How many dates are new. */
  readonly addedCount: number;
}

const keyOf = ({ scheduleId, originalStartLocal }: Pick<WantedDate, 'scheduleId' | 'originalStartLocal'>) =>
  `${scheduleId} ${originalStartLocal}`;

/**
 * Which dates remain when the schedules change: those of the same series first, then any with the same original start,
 * in the order of `former`. So a date whose wall time remains keeps its sign-ups, whatever became of the rule.
 */
export const planDates = <Former extends FormerDate>(
  former: readonly Former[],
  wanted: readonly WantedDate[],
): DatePlan<Former> => {
  const free = new Map(wanted.map((time) => [keyOf(time), time]));
  const own = former.map((date) => {
    const time = free.get(keyOf(date));
    if (time) free.delete(keyOf(date));
    return { date, time };
  });
  const byStart = Map.groupBy(free.values(), ({ originalStartLocal }) => originalStartLocal);
  const all = own.map(({ date, time }) => ({
    date,
    time: time ?? byStart.get(date.originalStartLocal)?.shift(),
  }));
  return {
    kept: all.flatMap(({ date, time }) => (time ? [{ date, time }] : [])),
    stranded: all.filter(({ time }) => !time).map(({ date }) => date),
    addedCount: [...byStart.values()].reduce((sum, times) => sum + times.length, 0),
  };
};

/** The only zone of this release; a schedule names it, so that another can follow without a migration. */
export const SCHEDULE_TIME_ZONE = 'Europe/Helsinki';

/** More dates than this are no offering's series but a slip in the rule. */
export const MAXIMUM_DATES = 2_000;

export const MINIMUM_DURATION_MINUTES = 5;
export const MAXIMUM_DURATION_MINUTES = 7 * 24 * 60;

/** What is told of a date's time: from and to, the start alone, or the day alone. */
export const timeKinds = ['TIMED', 'OPEN_END', 'ALL_DAY'] as const;
export type TimeKind = (typeof timeKinds)[number];

export const MINUTES_OF_DAY = 24 * 60;

/**
 * When an offering takes place: the truth from which occurrences are materialised.
 * Local time stays put across summer time; the duration is exact time (RFC 5545 §3.8.2.5).
 */
export type Schedule = {
  /** Wall time of the first date, `2026-12-01T17:00`. */
  startsAtLocal: string;
  timeZone: typeof SCHEDULE_TIME_ZONE;
  durationMinutes: number;
  /** RRULE value of RFC 5545 §3.3.10 without the name `RRULE:`; null = takes place once. */
  rule: string | null;
  /** TIMED when absent. ALL_DAY starts at midnight and lasts whole days; the duration of OPEN_END is a guess. */
  timeKind?: TimeKind;
  /** Days left out (EXDATE), `2026-12-24`. */
  skippedOn?: readonly string[];
  /** Starts beside the rule (RDATE), as wall times. */
  extraStarts?: readonly string[];
  skipsHolidays?: boolean;
  /** Of the schools of `municipalityCode`. */
  skipsSchoolBreaks?: boolean;
  municipalityCode?: string;
};

/** One date of a schedule. */
export type ScheduledTime = {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /**
   * Wall time as the rule gave it, `2026-12-01T17:00`: the date's identity in its series (RECURRENCE-ID),
   * unchanged when a clock change moves `startsAt`.
   */
  originalStartLocal: string;
};

export type ScheduleProblemReason =
  | 'INVALID_TIME'
  | 'TIME_DOES_NOT_EXIST'
  | 'END_BEFORE_START'
  | 'DURATION_OUT_OF_RANGE'
  | 'INVALID_RULE'
  | 'RULE_NOT_SUPPORTED'
  | 'RULE_NEVER_ENDS'
  | 'RULE_YIELDS_TOO_MANY'
  | 'RULE_YIELDS_NOTHING'
  | 'UNTIL_AND_COUNT'
  | 'INVALID_DATE'
  | 'NOT_WHOLE_DAYS'
  | 'TOO_MANY';

export type ScheduleProblem = {
  field: keyof Schedule;
  reason: ScheduleProblemReason;
  /** What is wrong and the remedy, in English words. */
  message: string;
};

/** Thrown by the engine for a schedule that `validateSchedule` or the rule's reader would refuse. */
export class ScheduleError extends Error {
  readonly problem: ScheduleProblem;

  constructor(problem: ScheduleProblem) {
    super(problem.message);
    this.name = 'ScheduleError';
    this.problem = problem;
  }
}

export function ruleProblem(reason: ScheduleProblemReason, message: string): ScheduleProblem {
  return { field: 'rule', reason, message };
}

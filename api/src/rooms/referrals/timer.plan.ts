import { defaultClocks, type OfferingClocks } from './offering-clocks.words.ts';
import type { ReferralPriority, ReferralState } from './referral.words.ts';
import { addWorkingDays, addWorkingTime, workingTimeBetween } from './working-days.ts';

/** What a clock of a referral does when it rings (DOMAIN.md §4.2, the column "Timer"). */
export const timerKinds = [
  'ANSWER_HALF',
  'ANSWER_DUE',
  'ANSWER_LATE',
  'INFORMATION_DUE',
  'CONTACT_DUE',
  'CONTACT_LATE',
  'REVIEW',
  'OUTCOME_FIRST',
  'OUTCOME_SECOND',
  'EXPIRE',
  'CLOSE',
  'DELETE',
  'ERASE_RECEIVER',
  'ERASE',
] as const;
export type TimerKind = (typeof timerKinds)[number];

export interface PlannedTimer {
  readonly kind: TimerKind;
  readonly dueAt: Date;
}

/** What the clocks depend on beside the state. */
export interface TimerFacts {
  readonly priority: ReferralPriority;
  /** What the host said; the defaults when left out. */
  readonly clocks?: OfferingClocks;
  readonly sentAt?: Date | null;
  readonly answerDueAt: Date | null;
  readonly firstContactDueAt: Date | null;
  readonly reviewAt: Date | null;
}

const zone = 'Europe/Helsinki';

/** How long after its end the two sides keep a referral (DOMAIN.md §4.2). */
const receiverKeepsDays = 30;
const referrerKeepsMonths = 12;

/** Working days in which a receiver answers. */
export const answerDaysOf = (priority: ReferralPriority, clocks: OfferingClocks = defaultClocks): number =>
  priority === 'URGENT' ? clocks.urgentAnswerWorkingDays : clocks.answerWorkingDays;

const dayMilliseconds = 86_400_000;
const days = (now: Date, count: number): Date => new Date(now.getTime() + count * dayMilliseconds);

/**
 * The answer's clocks: reminders at half and at the whole of the time, escalation at one and a half, the end at ten
 * working days. They hang on the due time, so that an interval in NEEDS_INFO moves them all. A working day counts with
 * its nights (DOMAIN.md speaks of days, not of hours); what was sent on a Saturday has the working time from Monday on.
 */
const answerTimers = (now: Date, { priority, clocks, ...facts }: TimerFacts): PlannedTimer[] => {
  const dueAt = facts.answerDueAt ?? now;
  const sentAt = facts.sentAt ?? now;
  const count = answerDaysOf(priority, clocks);
  const whole = workingTimeBetween(sentAt, addWorkingDays(sentAt, count));
  const left = workingTimeBetween(now, dueAt);
  const half = left - whole / 2;
  return [
    ...(half > 0 ? [{ kind: 'ANSWER_HALF', dueAt: addWorkingTime(now, half) } as const] : []),
    { kind: 'ANSWER_DUE', dueAt },
    { kind: 'ANSWER_LATE', dueAt: addWorkingTime(dueAt, whole / 2) },
    { kind: 'EXPIRE', dueAt: addWorkingDays(dueAt, 10 - count) },
  ];
};

const endTimers = (now: Date): PlannedTimer[] => {
  const end = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  return [
    { kind: 'ERASE_RECEIVER', dueAt: days(now, receiverKeepsDays) },
    { kind: 'ERASE', dueAt: new Date(end.add({ months: referrerKeepsMonths }).epochMilliseconds) },
  ];
};

/** The clocks that start when a referral enters a state; those of the state before stop. */
export const timersOf = (state: ReferralState, facts: TimerFacts, now: Date): PlannedTimer[] => {
  const { waitingReviewDays, firstContactWorkingDays, firstOutcomeDays } = facts.clocks ?? defaultClocks;
  switch (state) {
    case 'DRAFT':
      return [{ kind: 'DELETE', dueAt: days(now, 14) }];
    case 'AWAITING_CONSENT':
      return [{ kind: 'EXPIRE', dueAt: days(now, 14) }];
    case 'SENT':
      return answerTimers(now, facts);
    case 'NEEDS_INFO':
      return [
        { kind: 'INFORMATION_DUE', dueAt: addWorkingDays(now, 5) },
        { kind: 'EXPIRE', dueAt: addWorkingDays(now, 10) },
      ];
    case 'WAITLISTED':
      return [
        { kind: 'REVIEW', dueAt: facts.reviewAt ?? days(now, waitingReviewDays) },
        { kind: 'EXPIRE', dueAt: days(now, 90) },
      ];
    case 'ACCEPTED':
      return [
        {
          kind: 'CONTACT_DUE',
          dueAt: facts.firstContactDueAt ?? addWorkingDays(now, firstContactWorkingDays),
        },
        { kind: 'CONTACT_LATE', dueAt: addWorkingDays(now, 10) },
        { kind: 'EXPIRE', dueAt: days(now, 30) },
      ];
    case 'IN_PROGRESS':
      return [
        { kind: 'OUTCOME_FIRST', dueAt: days(now, firstOutcomeDays) },
        { kind: 'OUTCOME_SECOND', dueAt: days(now, 90) },
        { kind: 'CLOSE', dueAt: days(now, 180) },
      ];
    case 'ON_HOLD':
      return [
        { kind: 'REVIEW', dueAt: facts.reviewAt ?? days(now, 30) },
        { kind: 'CLOSE', dueAt: days(now, 180) },
      ];
    case 'ERASED':
      return [];
    default:
      return endTimers(now);
  }
};

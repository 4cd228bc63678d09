import { exposedMoves } from './referral.exposed.ts';
import { referralMachine, stateFacts } from './referral.machine.ts';
import type { ReferralAction, ReferralActor, ReferralState } from './referral.words.ts';
import { answerDaysOf, timersOf, type PlannedTimer, type TimerKind } from './timer.plan.ts';
import { addWorkingDays, workingTimeBetween } from './working-days.ts';

/** The names of all 18 actions, as GraphQL writes them. */
export const actionNames = {
  ...exposedMoves,
  revokeConsent: 'REVOKE_CONSENT',
  expire: 'EXPIRE',
  erase: 'ERASE',
} as const satisfies Record<ReferralAction, string>;
export type ActionName = (typeof actionNames)[ReferralAction];

export const actorNames = {
  referrer: 'REFERRER',
  referrerManager: 'REFERRER_MANAGER',
  client: 'CLIENT',
  coordinator: 'COORDINATOR',
  volunteerAssigned: 'VOLUNTEER_ASSIGNED',
  dpo: 'DATA_PROTECTION_OFFICER',
  system: 'SYSTEM',
} as const satisfies Record<ReferralActor, string>;
export type ActorName = (typeof actorNames)[ReferralActor];

/** What must be told with a move. */
export const moveReasons = ['DECLINE', 'WITHDRAW', 'HOLD', 'REOPEN', 'OUTCOME'] as const;
export type MoveReason = (typeof moveReasons)[number];

const reasonOf: Partial<Record<ReferralAction, MoveReason>> = {
  decline: 'DECLINE',
  withdraw: 'WITHDRAW',
  hold: 'HOLD',
  reopen: 'REOPEN',
  close: 'OUTCOME',
};

export interface ClockRule {
  readonly kind: TimerKind;
  /** How long after the state was entered; one of the two. */
  readonly workingDays: number | null;
  readonly days: number | null;
}

export interface StateRule {
  readonly state: ReferralState;
  readonly isEnded: boolean;
  readonly receiverTier: number | null;
  readonly clocks: ClockRule[];
}

export interface MoveRule {
  readonly action: ActionName;
  readonly from: ReferralState;
  readonly to: ReferralState;
  readonly by: ActorName[];
  readonly reason: MoveReason | null;
}

const dayMilliseconds = 86_400_000;
/** A Monday with many ordinary weeks after it: the clocks' lengths are measured from it. */
const someMonday = new Date('2027-02-01T10:00:00+02:00');

/** These run on working days only. */
const runsOnWorkingDays = (state: ReferralState, { kind }: PlannedTimer): boolean =>
  state === 'SENT' || state === 'NEEDS_INFO' || kind === 'CONTACT_DUE' || kind === 'CONTACT_LATE';

const clocksOf = (state: ReferralState): ClockRule[] => {
  const facts = {
    priority: 'NORMAL',
    answerDueAt: addWorkingDays(someMonday, answerDaysOf('NORMAL')),
    firstContactDueAt: null,
    reviewAt: null,
  } as const;
  return timersOf(state, facts, someMonday).map((timer) => {
    const isWorking = runsOnWorkingDays(state, timer);
    const elapsed = isWorking
      ? workingTimeBetween(someMonday, timer.dueAt)
      : timer.dueAt.getTime() - someMonday.getTime();
    const length = elapsed / dayMilliseconds;
    return {
      kind: timer.kind,
      workingDays: isWorking ? length : null,
      days: isWorking ? null : Math.round(length),
    };
  });
};

/** The rules of a referral's life for whoever reads, made from the one table of moves and the plan of clocks. */
export const referralManual = (): { states: StateRule[]; moves: MoveRule[] } => ({
  states: referralMachine.states.map((state) => ({
    state,
    isEnded: stateFacts[state].isEnded,
    receiverTier: stateFacts[state].receiverTier,
    clocks: clocksOf(state),
  })),
  moves: referralMachine.moves.map(({ action, from, to, by }) => ({
    action: actionNames[action],
    from,
    to,
    by: by.map((actor) => actorNames[actor]),
    reason: reasonOf[action] ?? null,
  })),
});

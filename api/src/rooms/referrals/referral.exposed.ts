import { referralMachine } from './referral.machine.ts';
import type { ReferralAction, ReferralActor, ReferralState } from './referral.words.ts';

/** The moves that people can make in this release, in the order in which buttons show them, by their GraphQL names. */
export const exposedMoves = {
  submitForConsent: 'SUBMIT_FOR_CONSENT',
  confirmConsent: 'CONFIRM_CONSENT',
  refuseConsent: 'REFUSE_CONSENT',
  send: 'SEND',
  replyInfo: 'REPLY_INFO',
  accept: 'ACCEPT',
  askInfo: 'ASK_INFO',
  waitlist: 'WAITLIST',
  decline: 'DECLINE',
  recordFirstContact: 'RECORD_FIRST_CONTACT',
  resume: 'RESUME',
  hold: 'HOLD',
  close: 'CLOSE',
  reopen: 'REOPEN',
  withdraw: 'WITHDRAW',
} as const satisfies Partial<Record<ReferralAction, string>>;

export type ExposedAction = keyof typeof exposedMoves;
export type ReferralMoveName = (typeof exposedMoves)[ExposedAction];

export const exposedActions = Object.keys(exposedMoves) as ExposedAction[];

/** What someone acting as one of `actors` can do in a state. */
export const openActions = (state: ReferralState, actors: ReadonlySet<ReferralActor>): ExposedAction[] => {
  const allowed = new Set<ReferralAction>(referralMachine.allowed(state, actors));
  return exposedActions.filter((action) => allowed.has(action));
};

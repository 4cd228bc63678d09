import { defineMachine, type Move } from '../../platform/machine/machine.ts';
import {
  referralStates,
  type ReferralAction,
  type ReferralActor,
  type ReferralOutcome,
  type ReferralState,
} from './referral.words.ts';

type Row = Move<ReferralState, ReferralAction, ReferralActor>;

const move = (
  action: ReferralAction,
  from: ReferralState,
  to: ReferralState,
  ...by: ReferralActor[]
): Row => ({
  action,
  from,
  to,
  by,
});

const withdrawers: ReferralActor[] = ['referrer', 'referrerManager'];
const revokers: ReferralActor[] = ['client', 'referrer', 'referrerManager', 'dpo', 'system'];
const erasers: ReferralActor[] = ['system', 'dpo'];

/** THE table: all 14 states and 43 moves (DOMAIN.md §4.2). Buttons, authorisation and tests follow it. */
export const referralMachine = defineMachine<ReferralState, ReferralAction, ReferralActor>({
  initial: 'DRAFT',
  states: referralStates,
  moves: [
    move('submitForConsent', 'DRAFT', 'AWAITING_CONSENT', 'referrer'),
    move('send', 'DRAFT', 'SENT', 'referrer'),
    move('confirmConsent', 'AWAITING_CONSENT', 'SENT', 'client', 'referrer'),
    move('refuseConsent', 'AWAITING_CONSENT', 'WITHDRAWN', 'client', 'referrer'),
    move('accept', 'SENT', 'ACCEPTED', 'coordinator'),
    move('accept', 'NEEDS_INFO', 'ACCEPTED', 'coordinator'),
    move('accept', 'WAITLISTED', 'ACCEPTED', 'coordinator'),
    move('askInfo', 'SENT', 'NEEDS_INFO', 'coordinator'),
    move('replyInfo', 'NEEDS_INFO', 'SENT', 'referrer'),
    move('waitlist', 'SENT', 'WAITLISTED', 'coordinator'),
    move('decline', 'SENT', 'DECLINED', 'coordinator'),
    move('decline', 'NEEDS_INFO', 'DECLINED', 'coordinator'),
    move('decline', 'WAITLISTED', 'DECLINED', 'coordinator'),
    move('recordFirstContact', 'ACCEPTED', 'IN_PROGRESS', 'coordinator', 'volunteerAssigned'),
    move('hold', 'IN_PROGRESS', 'ON_HOLD', 'coordinator'),
    move('resume', 'ON_HOLD', 'IN_PROGRESS', 'coordinator'),
    move('close', 'ACCEPTED', 'CLOSED', 'coordinator'),
    move('close', 'IN_PROGRESS', 'CLOSED', 'coordinator', 'system'),
    move('close', 'ON_HOLD', 'CLOSED', 'coordinator', 'system'),
    move('withdraw', 'SENT', 'WITHDRAWN', ...withdrawers),
    move('withdraw', 'NEEDS_INFO', 'WITHDRAWN', ...withdrawers),
    move('withdraw', 'WAITLISTED', 'WITHDRAWN', ...withdrawers),
    move('withdraw', 'ACCEPTED', 'WITHDRAWN', ...withdrawers),
    move('withdraw', 'IN_PROGRESS', 'WITHDRAWN', 'referrerManager'),
    move('withdraw', 'ON_HOLD', 'WITHDRAWN', 'referrerManager'),
    move('reopen', 'CLOSED', 'IN_PROGRESS', 'coordinator', 'referrer'),
    move('revokeConsent', 'AWAITING_CONSENT', 'CONSENT_REVOKED', ...revokers),
    move('revokeConsent', 'SENT', 'CONSENT_REVOKED', ...revokers),
    move('revokeConsent', 'NEEDS_INFO', 'CONSENT_REVOKED', ...revokers),
    move('revokeConsent', 'WAITLISTED', 'CONSENT_REVOKED', ...revokers),
    move('revokeConsent', 'ACCEPTED', 'CONSENT_REVOKED', ...revokers),
    move('revokeConsent', 'IN_PROGRESS', 'CONSENT_REVOKED', ...revokers),
    move('revokeConsent', 'ON_HOLD', 'CONSENT_REVOKED', ...revokers),
    move('expire', 'AWAITING_CONSENT', 'EXPIRED', 'system'),
    move('expire', 'SENT', 'EXPIRED', 'system'),
    move('expire', 'NEEDS_INFO', 'EXPIRED', 'system'),
    move('expire', 'WAITLISTED', 'EXPIRED', 'system'),
    move('expire', 'ACCEPTED', 'EXPIRED', 'system'),
    move('erase', 'CLOSED', 'ERASED', ...erasers),
    move('erase', 'DECLINED', 'ERASED', ...erasers),
    move('erase', 'WITHDRAWN', 'ERASED', ...erasers),
    move('erase', 'CONSENT_REVOKED', 'ERASED', ...erasers),
    move('erase', 'EXPIRED', 'ERASED', ...erasers),
  ],
});

interface StateFacts {
  /** The tier of data that the receiver sees while consent holds (DOMAIN.md §4.1); null: none. */
  readonly receiverTier: 0 | 1 | null;
  readonly isEnded: boolean;
}

const running = (receiverTier: StateFacts['receiverTier']): StateFacts => ({ receiverTier, isEnded: false });
const ended = (receiverTier: StateFacts['receiverTier']): StateFacts => ({ receiverTier, isEnded: true });

export const stateFacts: Readonly<Record<ReferralState, StateFacts>> = {
  DRAFT: running(null),
  AWAITING_CONSENT: running(null),
  SENT: running(0),
  NEEDS_INFO: running(0),
  WAITLISTED: running(0),
  ACCEPTED: running(1),
  IN_PROGRESS: running(1),
  ON_HOLD: running(1),
  CLOSED: ended(1),
  DECLINED: ended(null),
  WITHDRAWN: ended(null),
  CONSENT_REVOKED: ended(null),
  EXPIRED: ended(null),
  ERASED: ended(null),
};

/** States that have not ended: only one such referral may stand for a client and an offering. */
export const liveStates: readonly ReferralState[] = referralStates.filter(
  (state) => !stateFacts[state].isEnded,
);

/** States of which the receiver knows nothing at all. */
export const unsentStates: readonly ReferralState[] = ['DRAFT', 'AWAITING_CONSENT'];

/** Ended without the client having been helped: another offering may take its place. */
export const reroutableStates: readonly ReferralState[] = ['DECLINED', 'WITHDRAWN', 'EXPIRED'];

/** Outcomes that can be known before a first contact. */
export const outcomesBeforeContact: readonly ReferralOutcome[] = [
  'COULD_NOT_CONTACT',
  'DID_NOT_ATTEND',
  'CLIENT_STOPPED',
  'MOVED_AWAY',
  'NEED_MET_ELSEWHERE',
];

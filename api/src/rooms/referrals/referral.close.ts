import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { outcomesBeforeContact } from './referral.machine.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import { countSessions } from './sign-up.attendance.ts';
import type { ReferralView } from './referral.view.ts';
import type { ReferralOutcome } from './referral.words.ts';

export interface CloseInput extends MoveInput {
  readonly outcome: ReferralOutcome;
  readonly sessionsAttended?: number | null;
}

const MOST_SESSIONS = 500;

const checkOutcome = (outcome: ReferralOutcome, isContacted: boolean): void => {
  if (isContacted || outcomesBeforeContact.includes(outcome)) return;
  throw invalidInput(
    'input.outcome',
    'OUTCOME_NOT_ALLOWED',
    'Record the first contact before this outcome.',
    {
      allowed: outcomesBeforeContact,
    },
  );
};

/**
 * With the sessions that attendance knows, else with those told. Errors: those of `moveReferral`; INVALID_INPUT OUTCOME_NOT_ALLOWED, SESSIONS_OUT_OF_RANGE.
 */
export const closeReferral = (hub: Hub, viewer: Viewer, input: CloseInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'close', input, async (tx, referral) => {
    const { outcome } = input;
    checkOutcome(outcome, referral.state !== 'ACCEPTED');
    // What was written down at the door is a fact, and not asked again.
    const sessionsAttended = (await countSessions(tx, referral.id)) ?? input.sessionsAttended ?? null;
    if (sessionsAttended !== null && (sessionsAttended < 0 || sessionsAttended > MOST_SESSIONS)) {
      throw invalidInput(
        'input.sessionsAttended',
        'SESSIONS_OUT_OF_RANGE',
        `Write a number from 0 to ${MOST_SESSIONS}.`,
      );
    }
    return {
      columns: { outcome, sessions_attended: sessionsAttended },
      facts: { outcome, sessionsAttended },
    };
  });

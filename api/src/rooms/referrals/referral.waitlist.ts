import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { clocksOf } from './offering-clocks.read.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';

export interface WaitlistInput extends MoveInput {
  readonly estimatedWaitWeeks: number;
}

const MOST_WEEKS = 52;

/** Errors: those of `moveReferral`; INVALID_INPUT ESTIMATE_OUT_OF_RANGE. */
export const waitlistReferral = (hub: Hub, viewer: Viewer, input: WaitlistInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'waitlist', input, async (tx, referral, now) => {
    const { estimatedWaitWeeks } = input;
    if (!(estimatedWaitWeeks >= 1 && estimatedWaitWeeks <= MOST_WEEKS)) {
      throw invalidInput(
        'input.estimatedWaitWeeks',
        'ESTIMATE_OUT_OF_RANGE',
        `Write a number of weeks from 1 to ${MOST_WEEKS}.`,
      );
    }
    const { waitingReviewDays } = await clocksOf(tx, referral.offeringId);
    const reviewAt = new Date(now.getTime() + waitingReviewDays * 86_400_000);
    return {
      columns: { estimated_wait_weeks: estimatedWaitWeeks, review_at: reviewAt },
      facts: { estimatedWaitWeeks, reviewAt: reviewAt.toISOString() },
    };
  });

import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';
import type { HoldReason } from './referral.words.ts';

export interface HoldInput extends MoveInput {
  readonly reason: HoldReason;
  /** ISO date in Helsinki on which it is looked at again. */
  readonly reviewOn: string;
}

/** At 180 days an interrupted referral is closed (DOMAIN.md §4.2). */
const MOST_DAYS = 180;

const reviewTime = (reviewOn: string, now: Date): Date => {
  const at = new Date(
    Temporal.PlainDate.from(reviewOn).toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: '09:00' })
      .epochMilliseconds,
  );
  const isInRange = at > now && at.getTime() <= now.getTime() + MOST_DAYS * 86_400_000;
  if (isInRange) return at;
  throw invalidInput(
    'input.reviewOn',
    'REVIEW_DATE_NOT_ALLOWED',
    `Choose a day from tomorrow to ${MOST_DAYS} days from now.`,
  );
};

/** Errors: those of `moveReferral`; INVALID_INPUT REVIEW_DATE_NOT_ALLOWED. */
export const holdReferral = (hub: Hub, viewer: Viewer, input: HoldInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'hold', input, (_tx, _referral, now) => {
    const { reason, reviewOn } = input;
    return {
      columns: { hold_reason: reason, review_at: reviewTime(reviewOn, now) },
      facts: { reason, reviewOn },
    };
  });

import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';
import type { WithdrawReason } from './referral.words.ts';

export interface WithdrawInput extends MoveInput {
  readonly reason: WithdrawReason;
}

/** Errors: those of `moveReferral`. */
export const withdrawReferral = (hub: Hub, viewer: Viewer, input: WithdrawInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'withdraw', input, () => ({
    columns: { withdraw_reason: input.reason },
    facts: { reason: input.reason },
  }));

import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';
import type { DeclineReason } from './referral.words.ts';

export interface DeclineInput extends MoveInput {
  readonly reason: DeclineReason;
}

/** Errors: those of `moveReferral`. */
export const declineReferral = (hub: Hub, viewer: Viewer, input: DeclineInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'decline', input, () => ({
    columns: { decline_reason: input.reason },
    facts: { reason: input.reason },
  }));

import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { consentToSend, handOver, openTarget } from './referral.handover.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';

/** Errors: those of `moveReferral`, `openTarget` and `consentToSend`. */
export const sendReferral = (hub: Hub, viewer: Viewer, input: MoveInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'send', input, async (tx, referral, now) => {
    const target = await openTarget(hub, tx, referral);
    const consent = await consentToSend(tx, referral, now);
    return handOver(tx, referral, target, consent.id, now);
  });

import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';

/** Errors: those of `moveReferral`. */
export const resumeReferral = (hub: Hub, viewer: Viewer, input: MoveInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'resume', input, () => ({ columns: { review_at: null } }));

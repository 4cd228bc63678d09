import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';

/** The client said no. Errors: those of `moveReferral`. */
export const refuseReferralConsent = (hub: Hub, viewer: Viewer, input: MoveInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'refuseConsent', input, () => ({
    columns: { withdraw_reason: 'CONSENT_REFUSED' },
    facts: { reason: 'CONSENT_REFUSED' },
  }));

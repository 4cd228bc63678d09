import { HubError } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { liveReferralOf } from './referral.doubles.ts';
import { alreadyReferred, consentEnded } from './referral.errors.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import { receiverTier, reopenableUntil } from './referral.tier.ts';
import { consentOf } from './referral.consent.ts';
import type { ReferralView } from './referral.view.ts';
import type { ReopenReason } from './referral.words.ts';

export interface ReopenInput extends MoveInput {
  readonly reason: ReopenReason;
}

/**
 * Goes on with a closed referral: within 30 days, while consent holds (DOMAIN.md §4.2). Errors: those of
 * `moveReferral`; CONFLICT REOPEN_TOO_LATE, CONSENT_EXPIRED, ALREADY_REFERRED.
 */
export const reopenReferral = (hub: Hub, viewer: Viewer, input: ReopenInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'reopen', input, async (tx, referral, now) => {
    if (receiverTier(referral.state, consentOf(referral), now) === null) throw consentEnded();
    if (now > reopenableUntil(referral.endedAt) || referral.receiverErasedAt !== null) {
      throw new HubError(
        'CONFLICT',
        'REOPEN_TOO_LATE',
        'It was closed more than 30 days ago. Make a new referral.',
      );
    }
    const other = await liveReferralOf(tx, referral.clientId, referral.offeringId);
    if (other) throw alreadyReferred(other.id);
    return { columns: { outcome: null }, facts: { reason: input.reason, formerOutcome: referral.outcome } };
  });

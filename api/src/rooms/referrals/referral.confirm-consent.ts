import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { insertConsent, loadClient, type ConsentTerms } from '../clients/index.ts';
import { obstacleMessages } from './referral.errors.ts';
import { coversHandover, handOver, openTarget } from './referral.handover.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';

export interface ConfirmConsentInput extends MoveInput, ConsentTerms {}

/**
 * Records the client's yes and sends, in one transaction. Errors: those of `moveReferral`, `openTarget` and
 * `insertConsent`; INVALID_INPUT CONSENT_SCOPE.
 */
export const confirmReferralConsent = (
  hub: Hub,
  viewer: Viewer,
  input: ConfirmConsentInput,
): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'confirmConsent', input, async (tx, referral, now) => {
    if (!coversHandover(input.fields)) {
      throw invalidInput('input.fields', 'CONSENT_SCOPE', obstacleMessages.CONSENT_SCOPE);
    }
    const target = await openTarget(hub, tx, referral);
    const client = await loadClient(tx, referral.clientId);
    const consentId = await insertConsent(hub, tx, client, referral.receivingOrganisationId, input);
    const change = await handOver(tx, referral, target, consentId, now);
    return {
      ...change,
      facts: { ...change.facts, method: input.method, interpreterUsed: input.interpreterUsed },
    };
  });

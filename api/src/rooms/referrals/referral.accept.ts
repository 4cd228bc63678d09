import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { consentEnded } from './referral.errors.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import { isAssignablePerson } from './referral.people.ts';
import { receiverTier } from './referral.tier.ts';
import { consentOf } from './referral.consent.ts';
import type { ReferralView } from './referral.view.ts';
import { clocksOf } from './offering-clocks.read.ts';
import { addWorkingDays } from './working-days.ts';

export interface AcceptInput extends MoveInput {
  /** A member of the receiving organisation. */
  readonly assigneeId?: string | null;
}

/** Errors: those of `moveReferral`; CONFLICT CONSENT_EXPIRED; INVALID_INPUT ASSIGNEE_UNKNOWN. */
export const acceptReferral = (hub: Hub, viewer: Viewer, input: AcceptInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'accept', input, async (tx, referral, now) => {
    if (receiverTier(referral.state, consentOf(referral), now) === null) throw consentEnded();
    const assigneeId = input.assigneeId ?? null;
    if (assigneeId && !(await isAssignablePerson(tx, referral.receivingOrganisationId, assigneeId))) {
      throw invalidInput('input.assigneeId', 'ASSIGNEE_UNKNOWN', 'Choose someone of your organisation.');
    }
    const { firstContactWorkingDays } = await clocksOf(tx, referral.offeringId);
    return {
      columns: {
        assignee_id: assigneeId,
        accepted_at: now,
        first_contact_due_at: addWorkingDays(now, firstContactWorkingDays),
      },
      facts: { assigneeId },
    };
  });

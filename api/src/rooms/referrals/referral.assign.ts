import sql from 'sql-template-tag';
import { HubError, invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { staleVersion } from './referral.errors.ts';
import { noteGiven } from './referral.events.ts';
import { loadReferral } from './referral.load.ts';
import type { MoveInput } from './referral.move.ts';
import { isAssignablePerson } from './referral.people.ts';
import { referralPolicy } from './referral.policy.ts';
import { readReferrals } from './referral.read.ts';
import { isAssignable, viewOf, type ReferralView } from './referral.view.ts';

export interface AssignInput extends MoveInput {
  /** A coordinator or volunteer of the receiving organisation; null: nobody has it. */
  readonly assigneeId?: string | null;
}

/**
 * Gives a received referral to someone of the receiver's people, or to nobody. It is no move: the state stays. The
 * volunteer who had it sees it no more. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT STALE_VERSION,
 * NOT_ASSIGNABLE; INVALID_INPUT ASSIGNEE_UNKNOWN on `input.assigneeId`.
 */
export const assignReferral = async (hub: Hub, viewer: Viewer, input: AssignInput): Promise<ReferralView> => {
  const { referralId } = input;
  const assigneeId = input.assigneeId ?? null;
  await hub.db.write(viewer, async (tx) => {
    const referral = await loadReferral(tx, referralId);
    referralPolicy.authorize(viewer, 'assign', referral);
    if (referral.version !== input.version) throw staleVersion(viewer, referral, hub.clock.now());
    if (!isAssignable(referral.state)) {
      throw new HubError(
        'CONFLICT',
        'NOT_ASSIGNABLE',
        'Only a referral that has not ended can be given to someone.',
      );
    }
    const { receivingOrganisationId: organisationId, state } = referral;
    if (assigneeId && !(await isAssignablePerson(tx, organisationId, assigneeId))) {
      throw invalidInput('input.assigneeId', 'ASSIGNEE_UNKNOWN', 'Choose someone of your organisation.');
    }
    const version = referral.version + 1;
    await tx.query(
      sql`update referrals set assignee_id = ${assigneeId}::uuid, version = ${version} where id = ${referralId}`,
    );
    const giving = { at: hub.clock.now(), organisationId, action: 'assign', facts: { assigneeId } } as const;
    await noteGiven(tx, giving, [{ id: referralId, state, version }]);
    await tx.audit({
      action: 'referral.assign',
      subjectId: referralId,
      clientIds: [referral.clientId],
      referralIds: [referralId],
      organisationId,
      facts: { assigneeId, version },
    });
  });
  const [referral] = await readReferrals(hub, viewer, [referralId]);
  if (!referral) throw notFound();
  return viewOf(viewer, referral, hub.clock.now());
};

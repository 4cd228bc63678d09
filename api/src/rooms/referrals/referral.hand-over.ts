import sql, { join } from 'sql-template-tag';
import { invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { noteGiven, type GivenReferral } from './referral.events.ts';
import { liveStates } from './referral.machine.ts';
import { isAssignablePerson } from './referral.people.ts';
import { referralPolicy } from './referral.policy.ts';

export interface HandOverReferralsInput {
  readonly organisationId: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
}

interface HandedRow extends GivenReferral {
  readonly clientId: string;
}

/**
 * Gives every received referral that somebody of an organisation has, and that has not ended, to another of its people:
 * before someone leaves, or is away. Returns how many. Errors: UNAUTHENTICATED; FORBIDDEN; INVALID_INPUT ASSIGNEE_UNKNOWN
 * on `input.toPersonId`.
 */
export const handOverReferrals = async (
  hub: Hub,
  viewer: Viewer,
  { organisationId, fromPersonId, toPersonId }: HandOverReferralsInput,
): Promise<number> => {
  referralPolicy.authorize(viewer, 'handOver', organisationId);
  if (![organisationId, fromPersonId].every(isId)) throw notFound();
  return hub.db.write(viewer, async (tx) => {
    const isOther = fromPersonId !== toPersonId;
    if (!isOther || !(await isAssignablePerson(tx, organisationId, toPersonId)))
      throw invalidInput('input.toPersonId', 'ASSIGNEE_UNKNOWN', 'Choose someone else of your organisation.');
    const referrals = await tx.query<HandedRow>(
      sql`update referrals set assignee_id = ${toPersonId}, version = version + 1
          where receiving_organisation_id = ${organisationId} and assignee_id = ${fromPersonId}
            and receiver_erased_at is null and state in (${join([...liveStates])})
          returning id, client_id as "clientId", state, version`,
    );
    const facts = { assigneeId: toPersonId };
    await noteGiven(tx, { at: hub.clock.now(), organisationId, action: 'assign', facts }, referrals);
    if (referrals.length > 0)
      await tx.audit({
        action: 'referral.handOver',
        subjectId: fromPersonId,
        organisationId,
        clientIds: referrals.map(({ clientId }) => clientId),
        referralIds: referrals.map(({ id }) => id),
        facts: { toPersonId },
      });
    return referrals.length;
  });
};

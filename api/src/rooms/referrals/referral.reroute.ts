import { HubError } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { checkNote } from './note.check.ts';
import { readWritten } from './referral.create.ts';
import { writeDraft } from './referral.draft.ts';
import { loadReferral } from './referral.load.ts';
import { reroutableStates } from './referral.machine.ts';
import { loadOwnClient } from './referral.own-client.ts';
import { referralPolicy } from './referral.policy.ts';
import type { ReferralView } from './referral.view.ts';

export interface RerouteReferralInput {
  readonly referralId: string;
  readonly offeringId: string;
  readonly idempotencyKey?: string | null;
}

/**
 * A draft that takes the place of a referral which came to nothing: the same need, priority, note and what is kept back, the client as
 * known today, and no consent: that one named another receiver (DOMAIN.md §4.2). Errors: UNAUTHENTICATED; NOT_FOUND;
 * FORBIDDEN; CONFLICT NOT_TO_REROUTE with fact `state`; those of `checkNote` and `writeDraft`.
 */
export const rerouteReferral = async (
  hub: Hub,
  viewer: Viewer,
  input: RerouteReferralInput,
): Promise<ReferralView> => {
  const id = await hub.db.write(viewer, async (tx) => {
    const before = await loadReferral(tx, input.referralId);
    referralPolicy.authorize(viewer, 'reroute', before);
    if (!reroutableStates.includes(before.state))
      throw new HubError(
        'CONFLICT',
        'NOT_TO_REROUTE',
        'Only a referral that was declined, withdrawn or ran out of time can go to another place.',
        { facts: { state: before.state } },
      );
    const { client, givenName } = await loadOwnClient(hub, tx, before.clientId);
    const { needCategory, priority, withheld } = before;
    const note = checkNote(before.note, givenName, 'all');
    return tx.once('rerouteReferral', input.idempotencyKey, { ...input }, () =>
      writeDraft(hub, tx, client, {
        offeringId: input.offeringId,
        needCategory,
        priority,
        note,
        withheld,
        predecessorId: before.id,
      }),
    );
  });
  return readWritten(hub, viewer, id);
};

import sql from 'sql-template-tag';
import type { HubEvents } from '../../platform/events/events.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { noteGiven, type GivenReferral } from './referral.events.ts';

/**
 * Clients have another caseworker: their referrals, ended ones too, are that one's from now on, in the same
 * transaction. It is no move: the state stays. Who may hand over was decided by the clients room.
 */
export const followClients = async (
  hub: Hub,
  tx: Transaction,
  { organisationId, clientIds, fromPersonId, toPersonId }: HubEvents['clients.handedOver'],
): Promise<void> => {
  const referrals = await tx.query<GivenReferral>(
    sql`update referrals set referrer_id = ${toPersonId}, version = version + 1
        where client_id = any(${[...clientIds]}::uuid[]) and referring_organisation_id = ${organisationId}
          and referrer_id is distinct from ${toPersonId}
        returning id, state, version`,
  );
  const facts = { fromPersonId, toPersonId };
  await noteGiven(tx, { at: hub.clock.now(), organisationId, action: 'reassign', facts }, referrals);
};

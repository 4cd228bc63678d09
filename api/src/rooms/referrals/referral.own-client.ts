import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { clientPolicy, loadClient, openIdentities, type ClientRow } from '../clients/index.ts';

/** A client of the viewer's own, with the name that a note may not hold. */
export interface OwnClient {
  readonly client: ClientRow;
  readonly givenName: string;
  readonly hasSafeContactNote: boolean;
}

/**
 * Loads a client for a referral. The name is read for checking the note and shown to nobody; that it was read is
 * recorded all the same. Errors: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN.
 */
export const loadOwnClient = async (hub: Hub, tx: Transaction, clientId: string): Promise<OwnClient> => {
  const client = await loadClient(tx, clientId);
  clientPolicy.authorize(tx.viewer, 'refer', client);
  const identity = (await openIdentities(tx, hub.crypto, [clientId])).get(clientId);
  if (!identity) throw new Error('A client without identity was to be referred');
  await tx.auditReads('client.checkNote', [{ clientId, organisationId: client.organisationId }]);
  return { client, givenName: identity.givenName, hasSafeContactNote: identity.safeContactNote !== null };
};

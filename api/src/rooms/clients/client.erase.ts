import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { recordErasure, type ErasureBasis } from '../../platform/erasure/erasure.ts';
import type { Hub } from '../../platform/hub.ts';

declare module '../../platform/events/events.ts' {
  interface HubEvents {
    /** A client is being erased: whoever holds something of them erases it in the same transaction. */
    'client.erasing': { clientId: string; basis: ErasureBasis };
  }
}

/**
 * Erases a client: what other rooms hold, the consents, who it is with the key that sealed it, and the row. Only ids stay,
 * in the log. Whoever calls this decides who may. A client that is not there is left as it is.
 */
export const eraseClient = async (
  hub: Hub,
  tx: Transaction,
  { id, organisationId }: { readonly id: string; readonly organisationId: string },
  basis: ErasureBasis,
): Promise<void> => {
  await tx.emit('client.erasing', { clientId: id, basis });
  await tx.query(sql`delete from consents where client_id = ${id}`);
  await tx.query(sql`delete from client_identities where client_id = ${id}`);
  await tx.query(sql`delete from clients where id = ${id}`);
  await recordErasure(hub, tx, { kind: 'CLIENT', subjectId: id, basis });
  await tx.audit({
    action: 'client.erase',
    subjectId: id,
    clientIds: [id],
    organisationId,
    facts: { basis, fields: ['identity', 'dataKey', 'client', 'consents', 'referrals'] },
  });
};

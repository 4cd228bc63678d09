import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';

declare module '../../platform/events/events.ts' {
  interface HubEvents {
    /** A client is being erased: whoever holds something of them erases it in the same transaction. */
    'client.erasing': { clientId: string; basis: ErasureBasis };
  }
}

/** Why something is erased: its time is over, the client took the consent back, or asked for it. */
export type ErasureBasis = 'RETENTION' | 'CONSENT_WITHDRAWN' | 'CLIENT_REQUEST';

/**
 * Erases a client: what other rooms hold, the consents, who it is with the key that sealed it, and the row. Only ids stay,
 * in the log. Whoever calls this decides who may. A client that is not there is left as it is.
 */
export const eraseClient = async (
  tx: Transaction,
  { id, organisationId }: { readonly id: string; readonly organisationId: string },
  basis: ErasureBasis,
): Promise<void> => {
  await tx.emit('client.erasing', { clientId: id, basis });
  await tx.query(sql`delete from consents where client_id = ${id}`);
  await tx.query(sql`delete from client_identities where client_id = ${id}`);
  await tx.query(sql`delete from clients where id = ${id}`);
  await tx.audit({
    action: 'client.erase',
    subjectId: id,
    organisationId,
    facts: { basis, fields: ['identity', 'dataKey', 'client', 'consents', 'referrals'] },
  });
};

import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { consentsOf, type ConsentRow } from './consent.read.ts';

declare module '../../platform/events/events.ts' {
  interface HubEvents {
    /** A consent was withdrawn or ran out; what rests on it ends in the same transaction. */
    'consent.withdrawn': { consentId: string; clientId: string };
  }
}

/** Ends every consent of a client that still holds. Whoever calls this decides who may. */
export const endConsentsOf = async (hub: Hub, tx: Transaction, clientId: string): Promise<void> => {
  for (const consent of await consentsOf(tx, clientId)) await endConsent(hub, tx, consent);
};

/**
 * Ends a consent at once, and what rests on it; one that has ended stays as it is. Whoever calls this decides who may.
 */
export const endConsent = async (
  hub: Hub,
  tx: Transaction,
  { id, clientId, organisationId, referringOrganisationId }: ConsentRow,
): Promise<void> => {
  const ended = await tx.query(
    sql`update consents set withdrawn_at = ${hub.clock.now()} where id = ${id} and withdrawn_at is null returning id`,
  );
  if (ended.length === 0) return;
  await tx.audit({
    action: 'client.withdrawConsent',
    subjectId: clientId,
    clientIds: [clientId],
    organisationId: referringOrganisationId,
    facts: { consentId: id, receiverId: organisationId },
  });
  await tx.emit('consent.withdrawn', { consentId: id, clientId });
};

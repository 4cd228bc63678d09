import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { HeldSection } from '../../platform/personal-data/held.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { loadClient } from '../clients/index.ts';
import { protectionPolicy } from './protection.policy.ts';

export interface SubjectExport {
  readonly clientId: string;
  readonly generatedAt: Date;
  /** The client's first language. */
  readonly languageTag: string;
  /** All that is held, as JSON of `{ section: [rows] }`. */
  readonly json: string;
}

/** What this room itself holds. */
export const holdRequests = async (tx: Transaction, clientId: string): Promise<HeldSection> => ({
  name: 'requests',
  rows: await tx.query(
    sql`select kind, channel, received_at as "receivedAt", due_at as "dueAt", decided_at as "decidedAt", decision,
          refusal_reason as "refusalReason"
        from client_requests where client_id = ${clientId} order by received_at, id`,
  ),
});

/**
 * All that is held on a client (GDPR 15, 20): every room adds its own in the same transaction, and the log says who took
 * it. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN (NOT_ALLOWED, STRONG_SIGN_IN_NEEDED).
 */
export const exportSubject = (hub: Hub, viewer: Viewer, clientId: string): Promise<SubjectExport> =>
  hub.db.write(viewer, async (tx) => {
    const client = await loadClient(tx, clientId);
    protectionPolicy.authorize(viewer, 'exportSubject', client);
    const sections: HeldSection[] = [];
    await tx.emit('client.exporting', { clientId, sections });
    await tx.audit({
      action: 'protection.export',
      kind: 'READ',
      subjectId: clientId,
      clientIds: [clientId],
      organisationId: client.organisationId,
      facts: { sections: sections.map(({ name }) => name) },
    });
    const content = Object.fromEntries(sections.map(({ name, rows }) => [name, rows]));
    return {
      clientId,
      generatedAt: hub.clock.now(),
      languageTag: client.languages[0] ?? 'fi',
      json: JSON.stringify(content, null, 2),
    };
  });

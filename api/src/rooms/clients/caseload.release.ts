import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { HubEvents } from '../../platform/events/events.ts';
import type { Hub } from '../../platform/hub.ts';
import { membersToTell, portalLink } from '../people/index.ts';

declare module '../../platform/events/events.ts' {
  interface HubEvents {
    /** A caseworker left a municipality: nobody serves their clients; what was done for them waits too. */
    'clients.released': { organisationId: string; personId: string };
  }
}

/** Tells the municipality's managers, by number and link alone. */
const tell = async (hub: Hub, tx: Transaction, organisationId: string, count: number): Promise<void> => {
  for (const { email, languageTag } of await membersToTell(hub, organisationId, ['MANAGER']))
    await tx.send({
      kind: 'mail',
      to: email,
      template: 'clients.without-caseworker',
      languageTag,
      values: { count: String(count), url: portalLink(hub.env, languageTag, '/caseworker/team') },
    });
};

/**
 * A caseworker is one no more: whoever had no new caseworker before has none now, stand-ins end, and the managers are
 * told. Should the person come back, these clients are somebody else's all the same.
 */
export const releaseClients = async (
  hub: Hub,
  tx: Transaction,
  { organisationId, personId, role }: HubEvents['people.roleEnded'],
): Promise<void> => {
  if (role !== 'CASEWORKER') return;
  const now = hub.clock.now();
  await tx.query(
    sql`update stand_ins set ended_at = ${now}
        where organisation_id = ${organisationId} and ${personId}::uuid in (caseworker_id, stand_in_id)
          and ended_at is null and ends_at > ${now}`,
  );
  const rows = await tx.query<{ id: string }>(
    sql`update clients set caseworker_id = null, version = version + 1
        where organisation_id = ${organisationId} and caseworker_id = ${personId} returning id`,
  );
  await tx.emit('clients.released', { organisationId, personId });
  if (rows.length === 0) return;
  const clientIds = rows.map(({ id }) => id);
  await tx.audit({ action: 'client.release', subjectId: personId, organisationId, clientIds });
  await tell(hub, tx, organisationId, clientIds.length);
};

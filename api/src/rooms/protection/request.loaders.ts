import sql from 'sql-template-tag';
import { defineLoader } from '../../platform/loader.ts';
import { openForClients } from '../clients/index.ts';
import { protectionPolicy } from './protection.policy.ts';
import { visibleTo } from './request.read.ts';

interface SealedDetails {
  readonly id: string;
  readonly organisationId: string;
  readonly clientId: string;
  readonly details: string;
}

/**
 * What clients wrote with their requests; null where they wrote nothing, or were erased, or the viewer signed in by link
 * alone. The rows that record the reading are written in the same transaction.
 */
export const requestDetailsLoader = defineLoader((hub, viewer, ids) =>
  hub.db.write(viewer, async (tx) => {
    const rows = await tx.query<SealedDetails>(
      sql`select id, organisation_id as "organisationId", client_id as "clientId", details from client_requests
          where id = any(${[...ids]}::uuid[]) and details is not null and client_id is not null and ${visibleTo(viewer)}`,
    );
    const open = rows.filter((row) => protectionPolicy.can(viewer, 'readDetails', row));
    const texts = await openForClients(
      tx,
      hub.crypto,
      open.map(({ id, clientId, details }) => ({
        key: id,
        clientId,
        field: `request:${id}`,
        sealed: details,
      })),
    );
    await tx.auditReads('protection.readRequest', open);
    return ids.map((id) => texts.get(id) ?? null);
  }),
);

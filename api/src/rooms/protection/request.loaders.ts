import sql from 'sql-template-tag';
import { defineLoader } from '../../platform/loader.ts';
import { clientKeyColumn, openForClient } from '../clients/index.ts';
import { protectionPolicy } from './protection.policy.ts';
import { visibleTo } from './request.read.ts';

interface SealedDetails {
  readonly id: string;
  readonly organisationId: string;
  readonly clientId: string;
  readonly details: string;
  readonly dataKey: string;
}

/**
 * What clients wrote with their requests; null where they wrote nothing, or were erased, or the viewer signed in by link
 * alone. Read and recorded in one statement.
 */
export const requestDetailsLoader = defineLoader(async (hub, viewer, ids) => {
  if (viewer.assurance !== 'STRONG') return ids.map(() => null);
  const rows = await hub.db.readRecorded<SealedDetails>(
    viewer,
    { action: 'protection.readRequest', client: 'clientId', organisation: 'organisationId' },
    sql`select q.*, ${clientKeyColumn}
        from (select id, organisation_id as "organisationId", client_id as "clientId", details from client_requests
              where id = any(${[...ids]}::uuid[]) and details is not null and ${visibleTo(viewer)}) q
        join client_identities i on i.client_id = q."clientId"`,
  );
  const texts = new Map(
    rows
      .filter((row) => protectionPolicy.can(viewer, 'readDetails', row))
      .map(({ id, details, ...key }) => [id, openForClient(hub.crypto, key, `request:${id}`, details)]),
  );
  return ids.map((id) => texts.get(id) ?? null);
});

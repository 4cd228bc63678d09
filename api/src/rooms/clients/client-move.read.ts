import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import { clientPolicy } from './client.policy.ts';

/** An open offer of a client to another municipality. */
export interface ClientMoveRow {
  readonly id: string;
  readonly clientId: string;
  readonly fromOrganisationId: string;
  readonly toOrganisationId: string;
  readonly offererId: string;
  readonly languages: string[];
  readonly needsInterpreter: boolean;
  readonly offeredAt: Date;
  readonly expiresAt: Date;
}

const columns = raw(`id, client_id as "clientId", from_organisation_id as "fromOrganisationId",
  to_organisation_id as "toOrganisationId", offerer_id as "offererId", languages,
  needs_interpreter as "needsInterpreter", offered_at as "offeredAt", expires_at as "expiresAt"`);

/** More than these do not wait at once. */
const most = 100;

/** The policy's `readMove` as a condition on rows of `client_moves`. */
const visibleTo = (viewer: Viewer): Sql =>
  join(
    [
      sql`(offerer_id = ${viewer.personId}::uuid and from_organisation_id = any(${organisationsOf(viewer, 'CASEWORKER')}::uuid[]))`,
      sql`from_organisation_id = any(${organisationsOf(viewer, 'MANAGER')}::uuid[])`,
      sql`to_organisation_id = any(${organisationsOf(viewer, 'CASEWORKER', 'MANAGER')}::uuid[])`,
    ],
    ' or ',
  );

const isOpen = (now: Date): Sql => sql`state = 'OFFERED' and expires_at > ${now}`;

/** Offers that wait: those of the viewer's municipality and those to it, the oldest first. Recorded. Errors: UNAUTHENTICATED. */
export const listClientMoves = async (hub: Hub, viewer: Viewer): Promise<ClientMoveRow[]> => {
  clientPolicy.authorize(viewer, 'list', null);
  return hub.db.readRecorded<ClientMoveRow>(
    viewer,
    { action: 'client.listMoves', client: 'clientId', organisation: 'readFor' },
    sql`select ${columns}, case when from_organisation_id = any(${organisationsOf(viewer)}::uuid[])
            then from_organisation_id else to_organisation_id end as "readFor"
        from client_moves where ${isOpen(hub.clock.now())} and (${visibleTo(viewer)})
        order by offered_at, id limit ${most}`,
  );
};

/** An open offer, locked. Errors: UNAUTHENTICATED; NOT_FOUND, also for one that was decided or ran out. */
export const loadClientMove = async (hub: Hub, tx: Transaction, id: string): Promise<ClientMoveRow> => {
  clientPolicy.authorize(tx.viewer, 'list', null);
  if (!isId(id)) throw notFound();
  const [move] = await tx.query<ClientMoveRow>(
    sql`select ${columns} from client_moves
        where id = ${id} and ${isOpen(hub.clock.now())} and (${visibleTo(tx.viewer)}) for update`,
  );
  if (!move) throw notFound();
  return move;
};

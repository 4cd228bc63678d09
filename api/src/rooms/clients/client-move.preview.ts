import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { loadClient } from './client.load.ts';
import type { ClientMoveEffect } from './client-move.events.ts';
import { clientMovePolicy } from './client-move.policy.ts';
import type { ClientRow } from './client.read.ts';

/** What moving a client would mean. */
export interface ClientMovePreview {
  readonly toOrganisationId: string;
  readonly effects: ClientMoveEffect[];
}

/** A client of the viewer's own, and that the other municipality is one. */
export const checkDestination = async (
  tx: Transaction,
  clientId: string,
  toOrganisationId: string,
): Promise<ClientRow> => {
  const client = await loadClient(tx, clientId);
  clientMovePolicy.authorize(tx.viewer, 'move', client);
  const found = isId(toOrganisationId)
    ? await tx.query(
        sql`select 1 from organisations where id = ${toOrganisationId} and id <> ${client.organisationId}
              and status = 'VERIFIED' and kind in ('CITY', 'MUNICIPALITY')`,
      )
    : [];
  if (found.length === 0) {
    throw invalidInput(
      'input.toOrganisationId',
      'MUNICIPALITY_UNKNOWN',
      'Choose another municipality of the network.',
    );
  }
  return client;
};

const ownEffects = (client: ClientRow): ClientMoveEffect[] => [
  { kind: 'CLIENT', goes: 'MOVES', count: 1 },
  { kind: 'IDENTITY', goes: 'MOVES', count: 1 },
  { kind: 'CASEWORKER', goes: 'ENDS', count: 1 },
  { kind: 'REGISTER_REFERENCE', goes: 'ENDS', count: client.registerReference === null ? 0 : 1 },
];

/**
 * What would move with a client to another municipality, and what would end. Recorded as a read. Errors: UNAUTHENTICATED;
 * NOT_FOUND; FORBIDDEN (NOT_ALLOWED, STRONG_SIGN_IN_NEEDED); INVALID_INPUT MUNICIPALITY_UNKNOWN on
 * `input.toOrganisationId`.
 */
export const previewClientMove = (
  hub: Hub,
  viewer: Viewer,
  clientId: string,
  toOrganisationId: string,
): Promise<ClientMovePreview> =>
  hub.db.write(viewer, async (tx) => {
    const client = await checkDestination(tx, clientId, toOrganisationId);
    const effects = ownEffects(client);
    await tx.emit('client.previewingMove', { clientId, effects });
    await tx.auditReads('client.previewMove', [{ clientId, organisationId: client.organisationId }]);
    return { toOrganisationId, effects: effects.filter(({ count }) => count > 0) };
  });

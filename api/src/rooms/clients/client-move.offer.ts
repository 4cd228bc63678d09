import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { staleVersion } from './client.errors.ts';
import { lockClient } from './client.load.ts';
import { caseworkersToTell, tellOfMove } from './client-move.notices.ts';
import { checkDestination } from './client-move.preview.ts';
import { loadClientMove } from './client-move.read.ts';
import { clientMovePolicy } from './client-move.policy.ts';

/** How long an offer waits for the other side. */
const DAYS_TO_ACCEPT = 14;

export interface MoveClientInput {
  readonly clientId: string;
  readonly version: number;
  readonly toOrganisationId: string;
  /** The client knows what moves to whom. */
  readonly isClientTold: boolean;
}

/**
 * Offers a client to another municipality, whose caseworkers are told by link; nothing changes until one of them takes over.
 * Returns the offer's id. Errors: those of `previewClientMove`; INVALID_INPUT CLIENT_NOT_TOLD on `input.isClientTold`;
 * CONFLICT STALE_VERSION, ALREADY_OFFERED.
 */
export const moveClient = (hub: Hub, viewer: Viewer, input: MoveClientInput): Promise<string> =>
  hub.db.write(viewer, async (tx) => {
    const { clientId, toOrganisationId } = input;
    const client = await checkDestination(tx, clientId, toOrganisationId);
    if (!input.isClientTold) {
      throw invalidInput(
        'input.isClientTold',
        'CLIENT_NOT_TOLD',
        'Tell the client first what moves to whom.',
      );
    }
    const current = await lockClient(tx, clientId);
    if (current !== input.version) throw staleVersion(current);
    const now = hub.clock.now();
    await tx.query(
      sql`update client_moves set state = 'EXPIRED', languages = '{}', decided_at = ${now}
          where client_id = ${clientId} and state = 'OFFERED' and expires_at <= ${now}`,
    );
    const id = newId(now);
    const made = await tx.query(
      sql`insert into client_moves (id, region_id, client_id, from_organisation_id, to_organisation_id, offerer_id, state,
            languages, needs_interpreter, offered_at, expires_at)
          select ${id}, region_id, id, organisation_id, ${toOrganisationId}, ${viewer.personId}::uuid, 'OFFERED',
            languages, needs_interpreter, ${now}, ${new Date(now.getTime() + DAYS_TO_ACCEPT * 86_400_000)}
          from clients where id = ${clientId}
          on conflict (client_id) where state = 'OFFERED' do nothing returning id`,
    );
    if (made.length === 0) {
      throw new HubError(
        'CONFLICT',
        'ALREADY_OFFERED',
        'This client is offered to a municipality already. Take that back first.',
      );
    }
    await tx.audit({
      action: 'client.move',
      subjectId: clientId,
      clientIds: [clientId],
      organisationId: client.organisationId,
      facts: { moveId: id, toOrganisationId },
    });
    await tellOfMove(hub, tx, 'clients.move-offered', await caseworkersToTell(hub, toOrganisationId));
    return id;
  });

/** Ends an open offer without a move: by the side that made it, or by the one that does not take over. */
const endOffer = (
  hub: Hub,
  viewer: Viewer,
  moveId: string,
  action: 'cancelMove' | 'declineMove',
): Promise<void> =>
  hub.db.write(viewer, async (tx) => {
    const move = await loadClientMove(hub, tx, moveId);
    clientMovePolicy.authorize(viewer, action, move);
    const isCancelled = action === 'cancelMove';
    await tx.query(
      sql`update client_moves set state = ${isCancelled ? 'CANCELLED' : 'DECLINED'}, languages = '{}',
            decided_at = ${hub.clock.now()}, decided_by = ${viewer.personId}::uuid where id = ${moveId}`,
    );
    await tx.audit({
      action: `client.${action}`,
      subjectId: move.clientId,
      clientIds: [move.clientId],
      organisationId: isCancelled ? move.fromOrganisationId : move.toOrganisationId,
      facts: { moveId },
    });
    if (!isCancelled) await tellOfMove(hub, tx, 'clients.move-decided', [move.offererId]);
  });

/** Takes an offer back. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN. */
export const cancelClientMove = (hub: Hub, viewer: Viewer, moveId: string): Promise<void> =>
  endOffer(hub, viewer, moveId, 'cancelMove');

/** Does not take a client over; the one who offered is told. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN. */
export const declineClientMove = (hub: Hub, viewer: Viewer, moveId: string): Promise<void> =>
  endOffer(hub, viewer, moveId, 'declineMove');

/** A client was erased: an open offer of them ends, and what it told goes. */
export const forgetMoves = async (hub: Hub, tx: Transaction, clientId: string): Promise<void> => {
  await tx.query(
    sql`update client_moves set state = 'CANCELLED', languages = '{}', decided_at = ${hub.clock.now()}
        where client_id = ${clientId} and state = 'OFFERED'`,
  );
};

import sql from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { tellOfMove } from './client-move.notices.ts';
import { loadClientMove } from './client-move.read.ts';
import { clientMovePolicy } from './client-move.policy.ts';
import { newPseudonym } from './client.pseudonym.ts';

/**
 * Takes a client over from another municipality: the viewer is their caseworker from now on, what goes on goes along and the
 * rest ends, in one transaction; both municipalities' logs tell of it. Returns the client's id. Errors: UNAUTHENTICATED;
 * NOT_FOUND; FORBIDDEN (NOT_ALLOWED, STRONG_SIGN_IN_NEEDED).
 */
export const acceptClientMove = (hub: Hub, viewer: Viewer, moveId: string): Promise<string> =>
  hub.db.write(viewer, async (tx) => {
    const { fromOrganisationId, toOrganisationId, offererId } = await loadClientMove(hub, tx, moveId);
    clientMovePolicy.authorize(viewer, 'acceptMove', { fromOrganisationId, toOrganisationId, offererId });
    const now = hub.clock.now();
    const [taken] = await tx.query<{ clientId: string | null }>(
      sql`select take_over_client(${moveId}::uuid, ${newPseudonym()}, ${now}::timestamptz) as "clientId"`,
    );
    const clientId = taken?.clientId;
    if (!clientId || !viewer.personId) throw notFound();
    for (const organisationId of [fromOrganisationId, toOrganisationId]) {
      await tx.audit({
        action: 'client.acceptMove',
        subjectId: clientId,
        clientIds: [clientId],
        organisationId,
        facts: { moveId, fromOrganisationId, toOrganisationId },
      });
    }
    const caseworkerId = viewer.personId;
    await tx.emit('client.moved', { clientId, fromOrganisationId, toOrganisationId, caseworkerId });
    await tellOfMove(hub, tx, 'clients.move-decided', [offererId]);
    return clientId;
  });

import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { personLoader, PersonService, portalLink } from '../people/index.ts';
import { worksWithClients } from './caseload.people.ts';
import { clientPolicy } from './client.policy.ts';

declare module '../../platform/events/events.ts' {
  interface HubEvents {
    /** Clients have another caseworker; what was done for them goes along in the same transaction. */
    'clients.handedOver': {
      organisationId: string;
      clientIds: readonly string[];
      /** Null: nobody had them. */
      fromPersonId: string | null;
      toPersonId: string;
    };
  }
}

export interface HandOverClientsInput {
  readonly organisationId: string;
  /** Whose clients; the viewer's own when left out. */
  readonly fromPersonId?: string | null;
  /** Those whom nobody serves, since their caseworker left. */
  readonly fromNobody?: boolean | null;
  readonly toPersonId: string;
  /** Which of them; all when left out. */
  readonly clientIds?: readonly string[] | null;
}

const hubItself = systemViewer('clients.hand-over');

/** Which clients change hands, locked. Errors: NOT_FOUND when a named one is not this caseworker's. */
const clientsToHandOver = async (
  tx: Transaction,
  { organisationId, clientIds }: HandOverClientsInput,
  fromPersonId: string | null,
): Promise<string[]> => {
  const named = clientIds ? sql`id = any(${[...clientIds]}::uuid[])` : sql`true`;
  const rows = await tx.query<{ id: string }>(
    sql`select id from clients where organisation_id = ${organisationId} and caseworker_id is not distinct from ${fromPersonId}::uuid and ${named}
        order by id for update`,
  );
  if (clientIds && rows.length < new Set(clientIds).size) throw notFound();
  return rows.map(({ id }) => id);
};

/** Tells the new caseworker, by number and link alone. */
const tell = async (hub: Hub, tx: Transaction, personId: string, count: number): Promise<void> => {
  const [person] = await personLoader.batch(hub, hubItself, [personId]);
  if (!person || personId === tx.viewer.personId) return;
  await tx.send({
    kind: 'mail',
    to: hub.get(PersonService).emailOf(hubItself, person),
    template: 'clients.handed-over',
    languageTag: person.languageTag,
    values: { count: String(count), url: portalLink(hub.env, person.languageTag, '/caseworker/clients') },
  });
};

/**
 * Gives clients of one caseworker to a colleague of the same municipality, with their referrals and who they are; the
 * one who had them sees them no more. Those whom nobody serves are the manager's
 * to give. Returns how many changed hands.
 * Errors: UNAUTHENTICATED; FORBIDDEN; NOT_FOUND for a client that is not theirs; INVALID_INPUT CASEWORKER_UNKNOWN on
 * `input.toPersonId`.
 */
export const handOverClients = async (
  hub: Hub,
  viewer: Viewer,
  input: HandOverClientsInput,
): Promise<number> => {
  const { organisationId, toPersonId } = input;
  const fromPersonId = input.fromNobody ? null : (input.fromPersonId ?? viewer.personId);
  clientPolicy.authorize(viewer, 'handOver', { organisationId, caseworkerId: fromPersonId });
  const named = [organisationId, ...(fromPersonId ? [fromPersonId] : []), ...(input.clientIds ?? [])];
  if (!named.every(isId)) throw notFound();
  return hub.db.write(viewer, async (tx) => {
    const isColleague =
      toPersonId !== fromPersonId && (await worksWithClients(tx, organisationId, toPersonId));
    if (!isColleague) {
      throw invalidInput(
        'input.toPersonId',
        'CASEWORKER_UNKNOWN',
        'Choose another caseworker of the municipality.',
      );
    }
    const clientIds = await clientsToHandOver(tx, input, fromPersonId);
    if (clientIds.length === 0) return 0;
    await tx.query(
      sql`update clients set caseworker_id = ${toPersonId}, version = version + 1 where id = any(${clientIds}::uuid[])`,
    );
    const facts = { fromPersonId, toPersonId };
    const subjectId = fromPersonId ?? organisationId;
    await tx.audit({ action: 'client.handOver', subjectId, organisationId, clientIds, facts });
    await tx.emit('clients.handedOver', { organisationId, clientIds, ...facts });
    await tell(hub, tx, toPersonId, clientIds.length);
    return clientIds.length;
  });
};

import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { cleanText } from '../../platform/text/plain-text.ts';
import { personLoader, PersonService, portalLink } from '../people/index.ts';
import { loadClient } from './client.load.ts';
import { clientPolicy } from './client.policy.ts';
import type { ClientRow } from './client.read.ts';

export const emergencyQueue = 'clients.end-emergency';
export const emergencySeal = 'clients.emergency';

/** How long the glass stays broken. */
export const emergencyMinutes = 60;
const leastReason = 20;

export interface BreakGlassInput {
  readonly clientId: string;
  /** Why, in one's own words, 20 to 500 characters. */
  readonly reason: string;
}

const hubItself = systemViewer('clients.emergency');

const checkReason = (reason: string): string => {
  const reading = cleanText(reason, { maxLength: 500, multiline: true });
  if (!reading.ok) throw invalidInput('input.reason', reading.reason, reading.message);
  if (reading.value.length < leastReason) {
    throw invalidInput(
      'input.reason',
      'REASON_TOO_SHORT',
      `Write why it cannot wait, in at least ${leastReason} characters.`,
    );
  }
  return reading.value;
};

/** Tells the client's caseworker, by link alone. */
const tell = async (hub: Hub, tx: Transaction, { id, caseworkerId }: ClientRow): Promise<void> => {
  const [person] = await personLoader.batch(hub, hubItself, caseworkerId ? [caseworkerId] : []);
  if (!person) return;
  await tx.send({
    kind: 'mail',
    to: hub.get(PersonService).emailOf(hubItself, person),
    template: 'clients.emergency',
    languageTag: person.languageTag,
    values: { url: portalLink(hub.env, person.languageTag, `/caseworker/clients/${id}`) },
  });
};

/**
 * Opens to a manager, for an hour, who a client of the municipality is. The reason stays, the caseworker is told at once,
 * and somebody else reviews it. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN (NOT_ALLOWED, STRONG_SIGN_IN_NEEDED);
 * INVALID_INPUT REASON_TOO_SHORT, those of texts on `input.reason`.
 */
export const breakGlass = async (hub: Hub, viewer: Viewer, input: BreakGlassInput): Promise<string> => {
  const now = hub.clock.now();
  return hub.db.write(viewer, async (tx) => {
    const client = await loadClient(tx, input.clientId);
    clientPolicy.authorize(viewer, 'breakGlass', client);
    const reason = checkReason(input.reason);
    const id = newId(now);
    const endsAt = new Date(now.getTime() + emergencyMinutes * 60_000);
    await tx.query(
      sql`insert into emergency_accesses (id, region_id, organisation_id, client_id, person_id, reason, started_at, ends_at)
          select ${id}, region_id, organisation_id, id, ${viewer.personId}::uuid,
            ${hub.crypto.seal(emergencySeal, reason, id)}, ${now}, ${endsAt}
          from clients where id = ${client.id}`,
    );
    await tx.audit({
      action: 'client.breakGlass',
      subjectId: client.id,
      clientIds: [client.id],
      organisationId: client.organisationId,
      facts: { emergencyId: id, minutes: emergencyMinutes },
    });
    await hub.jobs.send(tx, emergencyQueue, { emergencyId: id }, endsAt);
    await tell(hub, tx, client);
    return id;
  });
};

/** Closes what has run out; the way to the identity is barred by the clock before, this bars it in the database too. */
export const endEmergencies = (hub: Hub): Promise<unknown> =>
  hub.db.write(hubItself, (tx) =>
    tx.query(
      sql`update emergency_accesses set ended_at = ends_at where ended_at is null and ends_at <= ${hub.clock.now()}`,
    ),
  );

/** A client was erased: what was written about them goes too. */
export const forgetEmergencies = async (tx: Transaction, clientId: string): Promise<void> => {
  await tx.query(sql`update emergency_accesses set reason = null where client_id = ${clientId}`);
};

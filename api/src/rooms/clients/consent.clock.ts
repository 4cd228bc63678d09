import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { personLoader, PersonService, portalLink } from '../people/index.ts';
import { clientLoader } from './client.loaders.ts';
import { consentsFor, isActiveAt, loadConsent, type ConsentRow } from './consent.read.ts';

export const consentClockQueue = 'clients.consent-clock';

/** How long before its end a consent's caseworker is told (DOMAIN.md §4.2). */
const warningDays = [30, 7] as const;
const dayMilliseconds = 86_400_000;
const viewer = systemViewer(`job:${consentClockQueue}`);

/** Sets a consent's clocks: two warnings and its end. They exist if and only if the consent does. */
export const setConsentClocks = async (
  hub: Hub,
  tx: Transaction,
  consentId: string,
  expiresAt: Date,
): Promise<void> => {
  for (const days of [...warningDays, 0]) {
    const at = new Date(expiresAt.getTime() - days * dayMilliseconds);
    if (at > hub.clock.now()) await hub.jobs.send(tx, consentClockQueue, { consentId }, at);
  }
};

const end = async (
  tx: Transaction,
  { id, clientId, organisationId, referringOrganisationId }: ConsentRow,
) => {
  await tx.audit({
    action: 'client.consentRanOut',
    subjectId: clientId,
    clientIds: [clientId],
    organisationId: referringOrganisationId,
    facts: { consentId: id, receiverId: organisationId },
  });
  await tx.emit('consent.withdrawn', { consentId: id, clientId });
};

/** Tells the caseworker, unless the client has said yes to the same receiver for longer. */
const warn = async (hub: Hub, tx: Transaction, consent: ConsentRow, now: Date): Promise<void> => {
  const all = await consentsFor(tx, consent.clientId, consent.organisationId);
  if (all.some((other) => isActiveAt(other, now) && other.expiresAt > consent.expiresAt)) return;
  const [client] = await clientLoader.batch(hub, viewer, [consent.clientId]);
  const [person] = await personLoader.batch(hub, viewer, client ? [client.caseworkerId] : []);
  if (!client || !person) return;
  const { languageTag } = person;
  await tx.send({
    kind: 'mail',
    to: hub.get(PersonService).emailOf(viewer, person),
    template: 'clients.consent-ending',
    languageTag,
    values: {
      days: String(Math.ceil((consent.expiresAt.getTime() - now.getTime()) / dayMilliseconds)),
      url: portalLink(hub.env, languageTag, `/caseworker/clients/${client.id}`),
    },
  });
};

/** A clock of a consent struck: what has run out ends, with the receiver's access; before that its caseworker is told. */
export const tickConsent = async (hub: Hub, consentId: string): Promise<void> => {
  if (!isId(consentId)) return;
  await hub.db.write(viewer, async (tx) => {
    const consent = await loadConsent(tx, consentId);
    if (!consent || consent.withdrawnAt !== null) return;
    const now = hub.clock.now();
    if (isActiveAt(consent, now)) await warn(hub, tx, consent, now);
    else await end(tx, consent);
  });
};

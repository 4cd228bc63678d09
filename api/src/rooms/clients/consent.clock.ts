import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { mailTargetsOf, membersToTell, portalLink, type MailTarget } from '../people/index.ts';
import { clientLoader } from './client.loaders.ts';
import type { ClientRow } from './client.read.ts';
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

/** Their caseworker; while nobody serves them, the municipality's managers. */
const keepersOf = async (hub: Hub, { organisationId, caseworkerId }: ClientRow): Promise<MailTarget[]> =>
  caseworkerId ? mailTargetsOf(hub, [caseworkerId]) : membersToTell(hub, organisationId, ['MANAGER']);

/** Tells the caseworker, unless the client has said yes to the same receiver for longer. */
const warn = async (hub: Hub, tx: Transaction, consent: ConsentRow, now: Date): Promise<void> => {
  const all = await consentsFor(tx, consent.clientId, consent.organisationId);
  if (all.some((other) => isActiveAt(other, now) && other.expiresAt > consent.expiresAt)) return;
  const [client] = await clientLoader.batch(hub, viewer, [consent.clientId]);
  if (!client) return;
  const days = String(Math.ceil((consent.expiresAt.getTime() - now.getTime()) / dayMilliseconds));
  for (const { email, languageTag } of await keepersOf(hub, client)) {
    const url = portalLink(hub.env, languageTag, `/caseworker/clients/${client.id}`);
    await tx.send({
      kind: 'mail',
      to: email,
      template: 'clients.consent-ending',
      languageTag,
      values: { days, url },
    });
  }
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

import { byId, defineLoader, groupedById } from '../../platform/loader.ts';
import sql from 'sql-template-tag';
import { organisationsOf } from '../../platform/policy/viewer.ts';
import { readIdentities } from './client.identity.ts';
import { readClients } from './client.read.ts';
import { emergencyOpenTo, ownedBy } from './client.visibility.ts';
import { readConsentsOfClients } from './consent.read.ts';

/** A client by id; null where it does not exist or the viewer may not see it. */
export const clientLoader = defineLoader(async (hub, viewer, ids) =>
  byId(ids, await readClients(hub, viewer, ids), ({ id }) => id),
);

/** All consents of a client, the newest first. */
export const consentsOfClientLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(ids, await readConsentsOfClients(hub, viewer, ids), ({ clientId }) => clientId),
);

/**
 * Who the viewer's own clients are (the policy's `readIdentity`), and those for whom a manager broke the glass; null for
 * others and without a strong sign-in.
 * The rows that record the reading are written by the same statement: where they fail, nothing is told.
 */
export const clientIdentityLoader = defineLoader(async (hub, viewer, ids) => {
  if (viewer.assurance !== 'STRONG' || organisationsOf(viewer, 'CASEWORKER', 'MANAGER').length === 0)
    return ids.map(() => null);
  const whose = sql`(${ownedBy(viewer)} or ${emergencyOpenTo(viewer, hub.clock.now())})`;
  const identities = await readIdentities(hub, viewer, ids, whose);
  return ids.map((id) => identities.get(id) ?? null);
});

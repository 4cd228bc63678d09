import sql from 'sql-template-tag';
import { byId, defineLoader, groupedById } from '../../platform/loader.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { membershipsByIds, membershipsOfPersons, openInvitations, personsByIds } from './person.read.ts';

/** A person, null when the viewer may not see them. */
export const personLoader = defineLoader(async (hub, viewer, ids) =>
  byId(ids, await personsByIds(hub, viewer, ids), ({ id }) => id),
);

/** A running membership that the viewer may see, else null. */
export const membershipLoader = defineLoader(async (hub, viewer, ids) =>
  byId(ids, await membershipsByIds(hub, viewer, ids), ({ id }) => id),
);

/** The running memberships of a person that the viewer may see. */
export const membershipsOfPersonLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(ids, await membershipsOfPersons(hub, viewer, ids), ({ personId }) => personId),
);

/** The invitations of an organisation that wait for an answer, as far as the viewer may see them. */
export const invitationsOfOrganisationLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(ids, await openInvitations(hub, viewer, ids), ({ organisationId }) => organisationId),
);

/**
 * The name of a person whoever asks, null when there is none. Upper rooms use it where their own policy has
 * decided that the viewer may know it, e.g. the referrer's name on a referral.
 */
export const personNameLoader = defineLoader(async (hub, _viewer, ids) => {
  const statement = sql`select id, display_name as name from persons where id = any(${[...ids]}::uuid[])`;
  const rows = await hub.db.read<{ id: string; name: string }>(systemViewer('people.names'), statement);
  return byId(ids, rows, ({ id }) => id).map((row) => row?.name ?? null);
});

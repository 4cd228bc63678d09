import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { Loaders } from '../../platform/loader.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { organisationLoader, organisationPolicy, type OrganisationRow } from '../organisations/index.ts';

/** The organisation whose keys and webhooks the viewer may manage. Errors: NOT_FOUND; UNAUTHENTICATED; FORBIDDEN, NOT_VERIFIED. */
export const managedOrganisation = async (hub: Hub, viewer: Viewer, id: string): Promise<OrganisationRow> => {
  const organisation = isId(id) ? await new Loaders(hub, viewer).load(organisationLoader, id) : null;
  if (!organisation) throw notFound();
  organisationPolicy.authorize(viewer, 'manageIntegrations', organisation);
  return organisation;
};

/** The key or webhook that the viewer may manage; whether it is there is nobody else's to know. Errors: UNAUTHENTICATED; NOT_FOUND. */
export const managedRow = async <Row extends { readonly organisationId: string }>(
  hub: Hub,
  viewer: Viewer,
  id: string,
  read: () => Promise<Row | undefined>,
): Promise<Row> => {
  if (viewer.kind === 'anonymous')
    throw new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');
  const row = isId(id) ? await read() : undefined;
  const organisation = row
    ? await new Loaders(hub, viewer).load(organisationLoader, row.organisationId)
    : null;
  if (!row || !organisation || !organisationPolicy.can(viewer, 'manageIntegrations', organisation))
    throw notFound();
  return row;
};

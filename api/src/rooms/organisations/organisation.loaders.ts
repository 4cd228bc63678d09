import { byId, defineLoader } from '../../platform/loader.ts';
import { readAgreements } from './agreement.read.ts';
import { readOrganisations } from './organisation.read.ts';

/** An organisation by id; null where it does not exist or the viewer may not see it. */
export const organisationLoader = defineLoader(async (hub, viewer, ids) =>
  byId(ids, await readOrganisations(hub, viewer, ids), ({ id }) => id),
);

/** The newest partner agreement by organisation id; null where there is none or the viewer may not see it. */
export const partnerAgreementLoader = defineLoader(async (hub, viewer, ids) =>
  byId(ids, await readAgreements(hub, viewer, ids), ({ organisationId }) => organisationId),
);

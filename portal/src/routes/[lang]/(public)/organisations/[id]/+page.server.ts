import { orError, orNotFound } from '#lib/server/forms.ts';
import { OrganisationPage } from '#lib/rooms/organisations/organisation-page.queries.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const load: PageServerLoad = async ({ locals, params }) => {
  const id = orNotFound(uuid.test(params.id) ? params.id : undefined);
  const data = orError(await locals.api.query(OrganisationPage, { id, languages: [locals.lang] }));
  return {
    organisation: orNotFound(data.organisation),
    occurrences: data.occurrences.nodes,
    now: new Date().toISOString(),
  };
};

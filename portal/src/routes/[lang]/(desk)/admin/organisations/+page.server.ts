import { AdminOrganisations } from '#lib/rooms/organisations/desk-admin.queries.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const text = url.searchParams.get('text')?.trim() ?? '';
  const after = url.searchParams.get('after');
  const { organisations } = orError(
    await locals.api.query(AdminOrganisations, { text: text || null, languages: [locals.lang], after }),
  );
  return { ...organisations, text };
};

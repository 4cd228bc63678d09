import { OpenDataPage } from '#lib/rooms/opendata/open-data-page.queries.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
  const data = orError(await locals.api.query(OpenDataPage, { languages: [locals.lang] }));
  const asked = url.searchParams.get('municipality') ?? '';
  const municipalities = data.municipalities.map(({ code, name }) => ({ value: code, label: name.value }));
  return {
    municipalities,
    // What is not on the list does not get into the code that people copy.
    municipality: municipalities.some(({ value }) => value === asked) ? asked : '',
  };
};

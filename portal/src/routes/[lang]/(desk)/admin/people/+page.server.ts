import { PeoplePage } from '#lib/rooms/people/desk-people.queries.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const after = url.searchParams.get('after');
  return orError(await locals.api.query(PeoplePage, { after })).people;
};

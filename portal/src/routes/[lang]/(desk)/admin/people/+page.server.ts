import { redirect } from '@sveltejs/kit';
import { CloseAccount, ResetSignIn } from '#lib/rooms/people/desk-account.queries.ts';
import { PeoplePage } from '#lib/rooms/people/desk-people.queries.ts';
import { failWith, orError, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const after = url.searchParams.get('after');
  const { people } = orError(await locals.api.query(PeoplePage, { after }));
  return { ...people, done: url.searchParams.get('done') ?? '' };
};

export const actions: Actions = {
  resetSignIn: async ({ locals, request }) => {
    const personId = text(await request.formData(), 'personId');
    const { error } = await locals.api.mutate(ResetSignIn, { input: { personId } });
    if (error) return failWith(error, {});
    redirect(303, `/${locals.lang}/admin/people?done=reset`);
  },
  closeAccount: async ({ locals, request }) => {
    const personId = text(await request.formData(), 'personId');
    const { error } = await locals.api.mutate(CloseAccount, { input: { personId } });
    if (error) return failWith(error, {});
    redirect(303, `/${locals.lang}/admin/people?done=closed`);
  },
};

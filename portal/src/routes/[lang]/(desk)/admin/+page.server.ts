import { redirect } from '@sveltejs/kit';
import { Applications, VerifyOrganisation } from '#lib/rooms/organisations/desk-admin.queries.ts';
import { failWith, orError, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const after = url.searchParams.get('after');
  const { organisations } = orError(
    await locals.api.query(Applications, { languages: [locals.lang], after }),
  );
  return { ...organisations, isSaved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const { error } = await locals.api.mutate(VerifyOrganisation, {
      input: {
        organisationId: text(form, 'organisationId'),
        decision: text(form, 'decision') === 'VERIFY' ? 'VERIFY' : 'REJECT',
      },
    });
    if (error) return failWith(error, {});
    redirect(303, `/${locals.lang}/admin?saved`);
  },
};

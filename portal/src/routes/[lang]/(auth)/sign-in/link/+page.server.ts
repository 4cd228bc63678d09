import { redirect } from '@sveltejs/kit';
import { homePath } from '#lib/rooms/people/desk-home.ts';
import { afterLink } from '#lib/rooms/people/desk-after-link.ts';
import { SignIn } from '#lib/rooms/people/desk-sign-in.queries.ts';
import { failWith, safeNext, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the page uses nothing up: mail programs open links too. The button does. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders({ 'referrer-policy': 'no-referrer' });
  return { token: url.searchParams.get('token') ?? '' };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const token = text(form, 'token');
    const { data, error } = await locals.api.mutate(SignIn, { input: { token } });
    if (error) return failWith(error, { codeToType: '' });
    const { codeToType, next, viewer } = data.signIn;
    if (codeToType) return { values: { codeToType }, errors: {}, message: '' };
    redirect(303, afterLink(locals.lang, safeNext(next, homePath(locals.lang, viewer?.viewerCan)), viewer));
  },
};

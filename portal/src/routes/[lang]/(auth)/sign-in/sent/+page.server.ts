import { redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { homePath } from '#lib/rooms/people/desk-home.ts';
import { DemoPeople, SignIn } from '#lib/rooms/people/desk-sign-in.queries.ts';
import { failBecause, failWith, safeNext, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { data } = await locals.api.query(DemoPeople, {});
  return { isDemo: Boolean(data?.demo) };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const values = { code: text(form, 'code').replaceAll(/\s/g, '') };
    if (values.code === '') return failBecause({ code: ui_answer_missing() }, values);
    const { data, error } = await locals.api.mutate(SignIn, { input: { code: values.code } });
    if (error) return failWith(error, values);
    const { next, viewer } = data.signIn;
    redirect(303, safeNext(next, homePath(locals.lang, viewer?.viewerCan)));
  },
};

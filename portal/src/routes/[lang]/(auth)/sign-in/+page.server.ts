import { redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { homePath } from '#lib/rooms/people/desk-home.ts';
import { DemoPeople, DemoSignIn, RequestSignInLink } from '#lib/rooms/people/desk-sign-in.queries.ts';
import { failBecause, failWith, orError, safeNext, text } from '#lib/server/forms.ts';
import { loadViewer } from '#lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const next = safeNext(url.searchParams.get('next'), '');
  const viewer = await loadViewer(event);
  if (viewer) redirect(303, next || homePath(locals.lang, viewer.viewerCan));
  const { demo, employerSignIns } = orError(await locals.api.query(DemoPeople, {}));
  const employerFailure = url.searchParams.get('employer') ?? '';
  return { demoPeople: demo?.people, employers: employerSignIns, employerFailure, next };
};

export const actions: Actions = {
  link: async ({ locals, request }) => {
    const form = await request.formData();
    const values = { email: text(form, 'email') };
    if (values.email === '') return failBecause({ email: ui_answer_missing() }, values);
    const next = safeNext(text(form, 'next'), '');
    const { error } = await locals.api.mutate(RequestSignInLink, {
      input: { email: values.email, languageTag: locals.lang, ...(next ? { next } : {}) },
    });
    if (error) return failWith(error, values);
    redirect(303, `/${locals.lang}/sign-in/sent`);
  },
  demo: async ({ locals, request }) => {
    const form = await request.formData();
    const { data, error } = await locals.api.mutate(DemoSignIn, {
      input: { personKey: text(form, 'personKey') },
    });
    if (error) return failWith(error, { email: '' });
    redirect(303, safeNext(text(form, 'next'), homePath(locals.lang, data.demoSignIn.viewer?.viewerCan)));
  },
};

import { redirect } from '@sveltejs/kit';
import { homePath } from '#lib/rooms/people/desk-home.ts';
import { SecurityPage, StepUp } from '#lib/rooms/people/desk-security.queries.ts';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { failBecause, failWith, orError, safeNext, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** A signed-in person shows a passkey or a code and comes back strongly signed in; who has neither sets one up first. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { viewer } = orError(await locals.api.query(SecurityPage, {}));
  const home = `/${locals.lang}/profile/security`;
  const next = safeNext(url.searchParams.get('next'), home);
  if (!viewer.person) {
    redirect(303, `/${locals.lang}/sign-in?${new URLSearchParams({ next: url.pathname + url.search })}`);
  }
  const { hasAuthenticator = false, passkeys = [] } = viewer.signInSecurity ?? {};
  if (!hasAuthenticator && passkeys.length === 0) redirect(303, `${home}?${new URLSearchParams({ next })}`);
  return { next, hasAuthenticator, hasPasskey: passkeys.length > 0 };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const code = text(form, 'code');
    // A code is not given back: it is used up.
    const values = { code: '' };
    if (code === '') return failBecause({ code: ui_answer_missing() }, values);
    const { data, error } = await locals.api.mutate(StepUp, { input: { code } });
    if (error) return failWith(error, values);
    redirect(303, safeNext(text(form, 'next') || null, homePath(locals.lang, data.stepUp.viewer.viewerCan)));
  },
};

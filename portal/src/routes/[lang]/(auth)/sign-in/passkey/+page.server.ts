import { redirect, type RequestEvent } from '@sveltejs/kit';
import { auth_passkey_failed } from '#lib/paraglide/messages.js';
import { homePath } from '#lib/rooms/people/desk-home.ts';
import { EnrolPasskey, SignInWithPasskey, StartPasskey } from '#lib/rooms/people/desk-passkey.queries.ts';
import { SecurityPage } from '#lib/rooms/people/desk-security.queries.ts';
import { failBecause, failWith, orError, safeNext, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** Offers a passkey to whoever is signed in and has none; asks for one of everybody else. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { viewer } = orError(await locals.api.query(SecurityPage, {}));
  const home = viewer.person ? homePath(locals.lang, viewer.viewerCan) : '';
  return {
    isOffer: viewer.signInSecurity !== null && viewer.signInSecurity.passkeys.length === 0,
    next: safeNext(url.searchParams.get('next'), home),
  };
};

interface Sent {
  next: string;
  name: string;
  response: string;
}

const sent = async ({ request }: RequestEvent): Promise<Sent> => {
  const form = await request.formData();
  return {
    next: safeNext(text(form, 'next'), ''),
    name: text(form, 'name') || 'Passkey',
    response: text(form, 'response'),
  };
};

/** Without JavaScript the form comes without a device's answer. */
const missing = (next: string) => failBecause({}, { next }, auth_passkey_failed());

export const actions: Actions = {
  start: async ({ locals, request }) => {
    const form = await request.formData();
    const purpose = text(form, 'purpose') === 'ENROL' ? 'ENROL' : 'SIGN_IN';
    const { data, error } = await locals.api.mutate(StartPasskey, { input: { purpose } });
    if (error) return failWith(error, { next: '' });
    return { options: data.startPasskey.options, values: { next: '' }, message: '' };
  },
  enrol: async (event) => {
    const { next, name, response } = await sent(event);
    if (response === '') return missing(next);
    const { locals } = event;
    const { data, error } = await locals.api.mutate(EnrolPasskey, { input: { response, name } });
    if (error) return failWith(error, { next });
    redirect(303, next || homePath(locals.lang, data.enrolPasskey.viewer.viewerCan));
  },
  signIn: async (event) => {
    const { next, response } = await sent(event);
    if (response === '') return missing(next);
    const { locals } = event;
    const { data, error } = await locals.api.mutate(SignInWithPasskey, { input: { response } });
    if (error) return failWith(error, { next });
    redirect(303, next || homePath(locals.lang, data.signInWithPasskey.viewer.viewerCan));
  },
};

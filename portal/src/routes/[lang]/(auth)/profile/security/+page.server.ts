import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { RemovePasskey, RenamePasskey } from '#lib/rooms/people/desk-passkey.queries.ts';
import {
  ConfirmAuthenticator,
  RemoveAuthenticator,
  RenewRecoveryCodes,
  SecurityPage,
  StartAuthenticator,
} from '#lib/rooms/people/desk-security.queries.ts';
import { failBecause, failWith, optionalText, orError, safeNext, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  // Secrets and recovery codes show here: no copy stays anywhere.
  setHeaders({ 'cache-control': 'no-store' });
  const { viewer } = orError(await locals.api.query(SecurityPage, {}));
  if (!viewer.person || !viewer.signInSecurity) {
    redirect(303, `/${locals.lang}/sign-in?${new URLSearchParams({ next: url.pathname + url.search })}`);
  }
  return {
    security: viewer.signInSecurity,
    isRemoved: url.searchParams.has('removed'),
    isPasskeyRemoved: url.searchParams.has('passkey-removed'),
    isStrong: viewer.assurance === 'STRONG',
    next: safeNext(url.searchParams.get('next'), ''),
  };
};

/** What the page shows after an action; `act` says which form the values and errors belong to. */
const shown = { code: '', secret: '', uri: '', recoveryCodes: [] as string[] };

const missing = (act: string) => failBecause({ code: ui_answer_missing() }, { ...shown, act });

const codeOf = async ({ request }: RequestEvent): Promise<{ form: FormData; code: string }> => {
  const form = await request.formData();
  return { form, code: text(form, 'code') };
};

export const actions: Actions = {
  start: async (event) => {
    const { form } = await codeOf(event);
    const { data, error } = await event.locals.api.mutate(StartAuthenticator, {
      input: { code: optionalText(form, 'code') },
    });
    if (error) return failWith(error, { ...shown, act: 'start' });
    return { values: { ...shown, ...data.startAuthenticator, act: 'confirm' }, errors: {}, message: '' };
  },
  confirm: async (event) => {
    const { form, code } = await codeOf(event);
    const values = { ...shown, secret: text(form, 'secret'), uri: text(form, 'uri'), act: 'confirm' };
    if (code === '') return failBecause({ code: ui_answer_missing() }, values);
    const { data, error } = await event.locals.api.mutate(ConfirmAuthenticator, { input: { code } });
    if (error) return failWith(error, values);
    const { recoveryCodes } = data.confirmAuthenticator;
    return { values: { ...shown, recoveryCodes, act: 'codes' }, errors: {}, message: '' };
  },
  renew: async (event) => {
    const { code } = await codeOf(event);
    if (code === '') return missing('renew');
    const { data, error } = await event.locals.api.mutate(RenewRecoveryCodes, { input: { code } });
    if (error) return failWith(error, { ...shown, act: 'renew' });
    const { recoveryCodes } = data.renewRecoveryCodes;
    return { values: { ...shown, recoveryCodes, act: 'codes' }, errors: {}, message: '' };
  },
  remove: async (event) => {
    const { code } = await codeOf(event);
    if (code === '') return missing('remove');
    const { error } = await event.locals.api.mutate(RemoveAuthenticator, { input: { code } });
    if (error) return failWith(error, { ...shown, act: 'remove' });
    redirect(303, `/${event.locals.lang}/profile/security?removed`);
  },
  renamePasskey: async ({ locals, request }) => {
    const form = await request.formData();
    const passkeyId = text(form, 'passkeyId');
    const values = { ...shown, act: passkeyId, name: text(form, 'name') };
    if (values.name === '') return failBecause({ name: ui_answer_missing() }, values);
    const { error } = await locals.api.mutate(RenamePasskey, { input: { passkeyId, name: values.name } });
    if (error) return failWith(error, values);
    redirect(303, `/${locals.lang}/profile/security`);
  },
  removePasskey: async ({ locals, request }) => {
    const form = await request.formData();
    const passkeyId = text(form, 'passkeyId');
    const { error } = await locals.api.mutate(RemovePasskey, { input: { passkeyId } });
    if (error) return failWith(error, { ...shown, act: passkeyId });
    redirect(303, `/${locals.lang}/profile/security?passkey-removed`);
  },
};

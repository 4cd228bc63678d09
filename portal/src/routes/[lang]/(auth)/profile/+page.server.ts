import { redirect } from '@sveltejs/kit';
import { isLanguage } from '#lib/i18n/languages.ts';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { CloseAccount } from '#lib/rooms/people/desk-account.queries.ts';
import { ProfilePage, UpdateProfile } from '#lib/rooms/people/desk-profile.queries.ts';
import { failBecause, failWith, orError, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { viewer } = orError(await locals.api.query(ProfilePage, {}));
  const { person, memberships } = viewer;
  if (!person) {
    redirect(303, `/${locals.lang}/sign-in?${new URLSearchParams({ next: url.pathname })}`);
  }
  const isHolding = memberships.some(
    ({ holdings }) => (holdings?.referralCount ?? 0) + (holdings?.clientCount ?? 0) > 0,
  );
  return { person, memberships, isHolding, isSaved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  save: async ({ locals, request }) => {
    const form = await request.formData();
    const values = { displayName: text(form, 'displayName'), languageTag: text(form, 'languageTag') };
    if (values.displayName === '') return failBecause({ displayName: ui_answer_missing() }, values);
    const { error } = await locals.api.mutate(UpdateProfile, { input: values });
    if (error) return failWith(error, values);
    const lang = isLanguage(values.languageTag) ? values.languageTag : locals.lang;
    redirect(303, `/${lang}/profile?saved`);
  },
  closeAccount: async ({ locals, request }) => {
    const personId = text(await request.formData(), 'personId');
    const { error } = await locals.api.mutate(CloseAccount, { input: { personId } });
    if (error) return failWith(error, { displayName: undefined, languageTag: undefined });
    redirect(303, `/${locals.lang}`);
  },
};

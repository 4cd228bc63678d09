import { redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { homePath } from '#lib/rooms/people/desk-home.ts';
import { AcceptInvitation, InvitationPage } from '#lib/rooms/people/desk-invitation.queries.ts';
import { failBecause, failWith, orError, text } from '#lib/server/forms.ts';
import { loadViewer } from '#lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const token = event.url.searchParams.get('token') ?? '';
  event.setHeaders({ 'referrer-policy': 'no-referrer' });
  const { invitation } = orError(await event.locals.api.query(InvitationPage, { token }));
  const viewer = await loadViewer(event);
  return { token, invitation, knownName: viewer?.person.displayName ?? '' };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const values = { displayName: text(form, 'displayName') };
    if (values.displayName === '') return failBecause({ displayName: ui_answer_missing() }, values);
    const { data, error } = await locals.api.mutate(AcceptInvitation, {
      input: { ...values, token: text(form, 'token'), languageTag: locals.lang },
    });
    if (error) return failWith(error, values);
    redirect(303, homePath(locals.lang, data.acceptInvitation.viewer.viewerCan));
  },
};

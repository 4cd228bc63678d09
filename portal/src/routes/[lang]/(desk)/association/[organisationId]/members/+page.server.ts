import { redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { ResetSignIn } from '#lib/rooms/people/desk-account.queries.ts';
import { InviteMember, MembersPage, RevokeInvitation } from '#lib/rooms/people/desk-members.queries.ts';
import { isRole, rolesToGive } from '#lib/rooms/people/desk-words.ts';
import { failBecause, failWith, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const after = url.searchParams.get('after');
  const data = orError(await locals.api.query(MembersPage, { id: params.organisationId, after }));
  const { members, invitations, viewerCan, kind } = orNotFound(data.organisation);
  return {
    members: orNotFound(members),
    invitations: invitations ?? [],
    canInvite: viewerCan.inviteMember,
    roles: rolesToGive(kind),
    isReviewWaiting: data.accessReview?.viewerCan.answer ?? false,
    isReset: url.searchParams.has('reset'),
    isSaved: url.searchParams.has('saved'),
    idempotencyKey: crypto.randomUUID(),
  };
};

const done = ({ locals, params }: RequestEvent): never =>
  redirect(303, `/${locals.lang}/association/${params.organisationId}/members?saved`);

const nothing = { email: '', role: '' };

export const actions: Actions = {
  invite: async (event) => {
    const form = await event.request.formData();
    const values = { email: text(form, 'email'), role: text(form, 'role') };
    const { email, role } = values;
    if (email === '') return failBecause({ email: ui_answer_missing() }, values);
    if (!isRole(role)) return failBecause({ role: ui_answer_missing() }, values);
    const { error } = await event.locals.api.mutate(InviteMember, {
      input: {
        organisationId: event.params.organisationId,
        email,
        role,
        languageTag: event.locals.lang,
        idempotencyKey: text(form, 'idempotencyKey'),
      },
    });
    return error ? failWith(error, values) : done(event);
  },
  revoke: async (event) => {
    const form = await event.request.formData();
    const { error } = await event.locals.api.mutate(RevokeInvitation, {
      input: { invitationId: text(form, 'invitationId') },
    });
    return error ? failWith(error, nothing) : done(event);
  },
  resetSignIn: async (event) => {
    const form = await event.request.formData();
    const { error } = await event.locals.api.mutate(ResetSignIn, {
      input: { personId: text(form, 'personId') },
    });
    if (error) return failWith(error, nothing);
    redirect(303, `/${event.locals.lang}/association/${event.params.organisationId}/members?reset`);
  },
};

import { error, redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { HandOverClients } from '#lib/rooms/clients/team.queries.ts';
import { RemoveMember } from '#lib/rooms/people/desk-profile.queries.ts';
import { HandOverReferrals, LeavePage } from '#lib/rooms/people/leave.queries.ts';
import { failBecause, failWith, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const nothingKnown = { referralCount: 0, clientCount: 0, offerings: [], nextHolders: [] };

const loadMembership = async ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) => {
  const variables = { id: params.membershipId, languages: [locals.lang] };
  const { membership, viewer } = orError(await locals.api.query(LeavePage, variables));
  const found = orNotFound(membership);
  if (!found.viewerCan.remove) error(403, 'FORBIDDEN');
  const { holdings, person } = found;
  return {
    ...found,
    person: orNotFound(person),
    // The network admin is not told what others hold.
    holdings: holdings ?? nothingKnown,
    isKnown: holdings !== null,
    isOwn: viewer.person?.id === person?.id,
  };
};

export const load: PageServerLoad = async (event) => ({
  ...(await loadMembership(event)),
  isHandedOver: event.url.searchParams.has('handed'),
});

/** Where one came from: the review, one's own account, the team of a municipality, or the members of an association. */
const back = ({ locals, url }: RequestEvent, left: Awaited<ReturnType<typeof loadMembership>>): string => {
  const { organisation, isOwn, role } = left;
  if (url.searchParams.has('review')) return `/${locals.lang}/access-review/${organisation.id}`;
  if (isOwn) return `/${locals.lang}/profile?saved`;
  return role === 'COORDINATOR' || role === 'VOLUNTEER'
    ? `/${locals.lang}/association/${organisation.id}/members?saved`
    : `/${locals.lang}/caseworker/team?saved`;
};

export const actions: Actions = {
  handOver: async (event) => {
    const toPersonId = text(await event.request.formData(), 'toPersonId');
    const values = { toPersonId };
    if (toPersonId === '') return failBecause({ toPersonId: ui_answer_missing() }, values);
    const { organisation, person, role } = await loadMembership(event);
    const input = { organisationId: organisation.id, fromPersonId: person.id, toPersonId };
    const { api } = event.locals;
    const { error: refusal } =
      role === 'CASEWORKER'
        ? await api.mutate(HandOverClients, { input })
        : await api.mutate(HandOverReferrals, { input });
    if (refusal) return failWith(refusal, values);
    const search = new URLSearchParams(event.url.searchParams.has('review') ? 'review&handed' : 'handed');
    redirect(303, `${event.url.pathname}?${search}`);
  },
  end: async (event) => {
    const left = await loadMembership(event);
    const { error: refusal } = await event.locals.api.mutate(RemoveMember, {
      input: { membershipId: left.id },
    });
    if (refusal) return failWith(refusal, { toPersonId: '' });
    redirect(303, back(event, left));
  },
};

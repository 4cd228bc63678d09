import { redirect } from '@sveltejs/kit';
import { consentOf } from '#lib/rooms/clients/client-view.ts';
import { WithdrawConsent } from '#lib/rooms/clients/client-writes.queries.ts';
import { decide, putDown } from '#lib/rooms/protection/protection.acts.ts';
import { ClientRequests, ProtectedClient } from '#lib/rooms/protection/protection.queries.ts';
import { kindChoices, refusalChoices } from '#lib/rooms/protection/protection.words.ts';
import { requestOf } from '#lib/rooms/protection/request-view.ts';
import { failWith, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { id } = params;
  const [client, requests] = await Promise.all([
    locals.api.query(ProtectedClient, { id }),
    locals.api.query(ClientRequests, { clientId: id }),
  ]);
  const found = orNotFound(orError(client).client);
  return {
    id,
    pseudonym: found.pseudonym,
    consents: found.consents.map(consentOf),
    canWithdraw: found.viewerCan.withdrawConsent,
    requests: orError(requests).clientRequests.nodes.map(requestOf),
    kinds: kindChoices(),
    refusals: refusalChoices(),
    notice: url.searchParams.get('notice'),
  };
};

export const actions: Actions = {
  decide: async (event) => {
    const failure = await decide(event);
    return failure;
  },
  putDown: (event) => putDown(event, event.params.id),
  withdrawConsent: async ({ locals, request, url }) => {
    const values = { consentId: text(await request.formData(), 'consentId') };
    const { error } = await locals.api.mutate(WithdrawConsent, { input: values });
    if (error) return failWith(error, values);
    redirect(303, `${url.pathname}?notice=withdrawn`);
  },
};

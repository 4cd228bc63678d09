import { redirect } from '@sveltejs/kit';
import { BreakGlass } from '#lib/rooms/clients/emergency.queries.ts';
import { contactKindWords } from '#lib/rooms/clients/client.words.ts';
import { consentOf, factsOf } from '#lib/rooms/clients/client-view.ts';
import { ClientPage } from '#lib/rooms/clients/client.queries.ts';
import { WithdrawConsent } from '#lib/rooms/clients/client-writes.queries.ts';
import { putDown } from '#lib/rooms/protection/protection.acts.ts';
import { kindChoices } from '#lib/rooms/protection/protection.words.ts';
import { lineOf } from '#lib/rooms/referrals/referral-line.ts';
import { failWith, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const variables = { id: params.id, languages: [locals.lang] };
  const client = orNotFound(orError(await locals.api.query(ClientPage, variables)).client);
  const { identity } = client;
  return {
    id: client.id,
    pseudonym: client.pseudonym,
    facts: factsOf(client),
    identity: identity && { ...identity, kind: contactKindWords[identity.contactKind]() },
    consents: client.consents.map(consentOf),
    lines: client.referrals.nodes.map(lineOf),
    can: client.viewerCan,
    kinds: kindChoices(),
    notice: url.searchParams.get('notice'),
  };
};

export const actions: Actions = {
  breakGlass: async ({ locals, params, request }) => {
    const values = { act: 'breakGlass', reason: text(await request.formData(), 'reason') };
    const { error } = await locals.api.mutate(BreakGlass, {
      input: { clientId: params.id, reason: values.reason },
    });
    if (error) return failWith(error, values);
    redirect(303, `/${locals.lang}/caseworker/clients/${params.id}`);
  },
  putDown: (event) => putDown(event, event.params.id),

  withdrawConsent: async ({ locals, params, request }) => {
    const values = { consentId: text(await request.formData(), 'consentId') };
    const { error } = await locals.api.mutate(WithdrawConsent, { input: values });
    if (error) return failWith(error, values);
    redirect(303, `/${locals.lang}/caseworker/clients/${params.id}?notice=withdrawn`);
  },
};

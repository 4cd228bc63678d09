import { error, redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { effectsOf } from '#lib/rooms/clients/client-move-view.ts';
import { ClientMovePreview, MoveClient, MoveDestinations } from '#lib/rooms/clients/client-move.queries.ts';
import { versionOf } from '#lib/rooms/referrals/move-form.ts';
import { failBecause, failWith, isTicked, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** First where to, which stands in the address; then what it means, and the confirmation. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = orError(await locals.api.query(MoveDestinations, { id: params.id }));
  const client = orNotFound(found.client);
  if (!client.viewerCan.move) error(403, 'STRONG_SIGN_IN_NEEDED');
  const places = [...found.cities.nodes, ...found.municipalities.nodes].filter(
    ({ id }) => id !== client.organisation.id,
  );
  const destination = places.find(({ id }) => id === url.searchParams.get('to'));
  const asked = destination
    ? await locals.api.query(ClientMovePreview, { clientId: client.id, toOrganisationId: destination.id })
    : undefined;
  return {
    id: client.id,
    version: client.version,
    pseudonym: client.pseudonym,
    choices: places.map(({ id, name }) => ({ value: id, label: name })),
    destination: asked?.error ? undefined : destination,
    wrong: asked?.error ? ui_answer_missing() : undefined,
    effects: asked?.data ? effectsOf(asked.data.clientMovePreview.effects) : undefined,
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const values = { toOrganisationId: text(form, 'toOrganisationId') };
    if (!isTicked(form, 'isClientTold')) return failBecause({ isClientTold: ui_answer_missing() }, values);
    const input = { ...values, clientId: params.id, version: versionOf(form), isClientTold: true };
    const { error: refusal } = await locals.api.mutate(MoveClient, { input });
    if (refusal) return failWith(refusal, values);
    redirect(303, `/${locals.lang}/caseworker/moves?notice=offered`);
  },
};

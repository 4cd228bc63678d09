import { error, redirect } from '@sveltejs/kit';
import type { FragmentOf } from '#lib/api/graphql.ts';
import { languageName } from '#lib/i18n/words.ts';
import { loadClientChoices, type ClientFormChoices } from '#lib/rooms/clients/client-choices.ts';
import { checkClientForm, readClientForm } from '#lib/rooms/clients/client-form.ts';
import { valuesOf } from '#lib/rooms/clients/client-view.ts';
import { ClientCard, type ClientCore } from '#lib/rooms/clients/client.queries.ts';
import { UpdateClient } from '#lib/rooms/clients/client-writes.queries.ts';
import { failBecause, failWith, isTicked, orError, orNotFound, wholeNumber } from '#lib/server/forms.ts';
import type { Choice } from '#lib/ui/types.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the client has stays to choose, also where the region's lists lack it. */
function withOwn(choices: ClientFormChoices, client: FragmentOf<typeof ClientCore>): ClientFormChoices {
  const missing = (list: readonly Choice[], value: string): boolean =>
    list.every((choice) => choice.value !== value);
  const { code, name } = client.municipality;
  const languages = client.languages
    .filter((tag) => missing(choices.languages, tag))
    .map((value) => ({ value, label: languageName(value) }));
  const municipality = missing(choices.municipalities, code) ? [{ value: code, label: name.value }] : [];
  return {
    ...choices,
    languages: [...choices.languages, ...languages],
    municipalities: [...choices.municipalities, ...municipality],
  };
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const variables = { id: params.id, languages: [locals.lang] };
  const client = orNotFound(orError(await locals.api.query(ClientCard, variables)).client);
  if (!client.viewerCan.update) error(403, 'FORBIDDEN');
  return {
    id: client.id,
    version: client.version,
    pseudonym: client.pseudonym,
    values: valuesOf(client),
    withIdentity: client.identity !== null,
    choices: withOwn(await loadClientChoices(locals.api, locals.lang), client),
  };
};

export const actions: Actions = {
  default: async ({ locals, request, params }) => {
    const form = await request.formData();
    const values = readClientForm(form);
    const reading = checkClientForm(values, isTicked(form, 'withIdentity'));
    if (!reading.fields) return failBecause(reading.errors, values);
    const { error: refusal } = await locals.api.mutate(UpdateClient, {
      input: {
        ...reading.fields,
        ...(reading.identity ? { identity: reading.identity } : {}),
        clientId: params.id,
        version: wholeNumber(form, 'version') ?? 0,
      },
    });
    if (refusal) return failWith(refusal, values);
    redirect(303, `/${locals.lang}/caseworker/clients/${params.id}?notice=saved`);
  },
};

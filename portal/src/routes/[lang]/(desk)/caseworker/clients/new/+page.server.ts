import { error, redirect } from '@sveltejs/kit';
import { employersOf, loadClientChoices } from '#lib/rooms/clients/client-choices.ts';
import { checkClientForm, readClientForm } from '#lib/rooms/clients/client-form.ts';
import { CreateClient } from '#lib/rooms/clients/client-writes.queries.ts';
import { failBecause, failWith, text } from '#lib/server/forms.ts';
import { loadViewer } from '#lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await loadViewer(event);
  const employers = employersOf(viewer);
  // Who serves nobody, as a manager, takes nobody in.
  if (employers.length === 0) error(403, 'FORBIDDEN');
  return {
    employers,
    choices: await loadClientChoices(event.locals.api, event.locals.lang),
    isStrong: viewer?.assurance === 'STRONG',
    idempotencyKey: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const values = readClientForm(form);
    const reading = checkClientForm(values, true);
    if (!reading.fields || !reading.identity) return failBecause(reading.errors ?? {}, values);
    const { data, error } = await locals.api.mutate(CreateClient, {
      input: {
        ...reading.fields,
        identity: reading.identity,
        organisationId: values.organisationId,
        idempotencyKey: text(form, 'idempotencyKey'),
      },
    });
    if (error) return failWith(error, values);
    redirect(303, `/${locals.lang}/caseworker/clients/${data.createClient.client.id}?notice=created`);
  },
};

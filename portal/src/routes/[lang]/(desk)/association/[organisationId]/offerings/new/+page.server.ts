import { error, fail, redirect } from '@sveltejs/kit';
import { dateOf } from '#lib/i18n/dates.ts';
import { association_similar_title } from '#lib/paraglide/messages.js';
import { choicesOf } from '#lib/rooms/offerings/desk-choices.ts';
import { inputOf } from '#lib/rooms/offerings/desk-offering-input.ts';
import { scheduleOf } from '#lib/rooms/offerings/desk-offering-times.ts';
import { readOfferingForm } from '#lib/rooms/offerings/desk-offering-read.ts';
import { newOfferingValues } from '#lib/rooms/offerings/desk-offering-values.ts';
import { OfferingChoices } from '#lib/rooms/offerings/desk-offering.queries.ts';
import { CreateOffering } from '#lib/rooms/offerings/desk-offering-save.queries.ts';
import {
  failOffering,
  previewOffering,
  refuseIncomplete,
  withPlace,
} from '#lib/rooms/offerings/desk-offering.server.ts';
import { similarTo } from '#lib/rooms/offerings/desk-offering-similar.server.ts';
import { whyNoReferrals } from '#lib/rooms/organisations/desk-words.ts';
import { isTicked, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const data = orError(
    await locals.api.query(OfferingChoices, {
      organisationId: params.organisationId,
      languages: [locals.lang],
    }),
  );
  const host = orNotFound(data.organisation);
  if (!host.viewerCan.createOffering) error(403, 'FORBIDDEN');
  const { viewer, organisation } = await parent();
  const name = viewer?.person.displayName ?? '';
  return {
    choices: choicesOf(data, host.languages),
    values: newOfferingValues(host, locals.lang, dateOf(new Date()), name),
    why: whyNoReferrals(organisation.whyNoReferrals),
    idempotencyKey: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { api, lang } = locals;
    const form = await request.formData();
    const filled = readOfferingForm(form);
    const { organisationId } = params;
    const asked = { organisationId, exceptId: null, lang };
    if (text(form, 'intent') === 'preview') return previewOffering(api, filled, asked);
    const incomplete = refuseIncomplete(filled);
    if (incomplete) return incomplete;
    const similar = isTicked(form, 'isDifferent') ? [] : await similarTo(api, filled, asked);
    if (similar.length > 0)
      return fail(409, { values: filled, errors: {}, message: association_similar_title(), similar });
    const idempotencyKey = text(form, 'idempotencyKey');
    const { values, failure } = await withPlace(api, organisationId, filled, idempotencyKey);
    if (failure) return failure;
    const { data, error: refusal } = await api.mutate(CreateOffering, {
      input: {
        ...inputOf(values),
        organisationId,
        schedules: [scheduleOf(values)],
        publish: text(form, 'intent') === 'publish',
        idempotencyKey,
      },
    });
    if (refusal) return failOffering(refusal, values);
    redirect(
      303,
      `/${lang}/association/${organisationId}/offerings/${data.createOffering.offering.id}?saved`,
    );
  },
};

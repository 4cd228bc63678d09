import { redirect } from '@sveltejs/kit';
import { textLanguages } from '#lib/rooms/offerings/desk-choices.ts';
import { DeskOffering } from '#lib/rooms/offerings/desk-pages.queries.ts';
import {
  ArchiveOffering,
  ConfirmOffering,
  CopyOffering,
  PublishOffering,
} from '#lib/rooms/offerings/desk-offering-save.queries.ts';
import { failWith, orError, orNotFound, text, wholeNumber } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const data = orError(
    await locals.api.query(DeskOffering, { id: params.offeringId, languages: [locals.lang] }),
  );
  const offering = orNotFound(data.offering);
  const taken = new Set(offering.translations.map(({ language }) => language));
  return {
    offering,
    languages: textLanguages(data.languages).filter(({ value }) => !taken.has(value)),
    idempotencyKey: crypto.randomUUID(),
    isSaved: url.searchParams.has('saved'),
  };
};

type Move = typeof PublishOffering | typeof ArchiveOffering;

async function move({ locals, params, request }: RequestEvent, document: Move) {
  const form = await request.formData();
  const { error } = await locals.api.mutate(document, {
    input: { offeringId: params.offeringId, version: wholeNumber(form, 'version') ?? 0 },
  });
  if (error) return failWith(error, {});
  redirect(303, `/${locals.lang}/association/${params.organisationId}/offerings/${params.offeringId}?saved`);
}

export const actions: Actions = {
  publish: (event) => move(event, PublishOffering),
  archive: (event) => move(event, ArchiveOffering),
  confirm: async ({ locals, params }) => {
    const { error } = await locals.api.mutate(ConfirmOffering, { input: { offeringId: params.offeringId } });
    return error ? failWith(error, {}) : undefined;
  },
  copy: async ({ locals, params, request }) => {
    const idempotencyKey = text(await request.formData(), 'idempotencyKey');
    const { data, error } = await locals.api.mutate(CopyOffering, {
      input: { offeringId: params.offeringId, idempotencyKey },
    });
    if (error) return failWith(error, {});
    const { id } = data.copyOffering.offering;
    redirect(303, `/${locals.lang}/association/${params.organisationId}/offerings/${id}/edit`);
  },
};

import { redirect } from '@sveltejs/kit';
import { textLanguages } from '#lib/rooms/offerings/desk-choices.ts';
import { DeskOffering } from '#lib/rooms/offerings/desk-pages.queries.ts';
import { ArchiveOffering, PublishOffering } from '#lib/rooms/offerings/desk-offering-save.queries.ts';
import { failWith, orError, orNotFound, wholeNumber } from '#lib/server/forms.ts';
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
};

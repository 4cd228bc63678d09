import { error as refuse, redirect } from '@sveltejs/kit';
import { languages } from '#lib/i18n/languages.ts';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { detailsInput, readDetails, readLogo } from '#lib/rooms/organisations/desk-details.server.ts';
import {
  OrganisationDetails,
  UpdateOrganisation,
} from '#lib/rooms/organisations/desk-organisation.queries.ts';
import { failBecause, failWith, orError, orNotFound, wholeNumber } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const data = orError(
    await locals.api.query(OrganisationDetails, { id: params.organisationId, languages: [locals.lang] }),
  );
  const { slug, version, logoUrl, viewerCan, ...organisation } = orNotFound(data.organisation);
  if (!viewerCan.update) refuse(403, 'FORBIDDEN');
  const tags = new Set([
    ...organisation.languages,
    ...organisation.descriptions.map(({ language }) => language),
    locals.lang,
  ]);
  const portal: string[] = languages.map(({ tag }) => tag);
  return {
    slug,
    version,
    logoUrl,
    languageTags: [...new Set([...portal, ...organisation.languages])],
    values: {
      name: organisation.name,
      businessId: organisation.businessId ?? '',
      municipalityCode: organisation.municipality.code,
      email: organisation.email ?? '',
      phone: organisation.phone ?? '',
      website: organisation.website ?? '',
      languages: organisation.languages,
      texts: [...tags].map((language) => ({
        language,
        value: organisation.descriptions.find((text) => text.language === language)?.value ?? '',
      })),
    },
    municipalities: data.municipalities.map(({ code, name }) => ({ value: code, label: name.value })),
    isSaved: url.searchParams.has('saved'),
  };
};

const done = ({ locals, params }: RequestEvent): never =>
  redirect(303, `/${locals.lang}/association/${params.organisationId}/details?saved`);

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const values = readDetails(form);
    if (values.name === '') return failBecause({ name: ui_answer_missing() }, values);
    const { error } = await event.locals.api.mutate(UpdateOrganisation, {
      input: {
        ...detailsInput(values),
        organisationId: event.params.organisationId,
        version: wholeNumber(form, 'version') ?? 0,
      },
    });
    return error ? failWith(error, values) : done(event);
  },
  logo: async (event) => {
    const form = await event.request.formData();
    const logo = await readLogo(form);
    if (!logo) return failBecause({ logo: ui_answer_missing() }, {});
    const { error } = await event.locals.api.mutate(UpdateOrganisation, {
      input: {
        organisationId: event.params.organisationId,
        version: wholeNumber(form, 'version') ?? 0,
        logo,
      },
    });
    return error ? failWith(error, {}) : done(event);
  },
};

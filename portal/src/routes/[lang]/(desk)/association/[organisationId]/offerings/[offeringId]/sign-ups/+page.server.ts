import { redirect } from '@sveltejs/kit';
import { readRulesForm, rulesValues } from '#lib/rooms/signups/desk-rules-form.ts';
import { DeskSignUpRules, SetSignUpRules } from '#lib/rooms/signups/desk-rules.queries.ts';
import { failBecause, failWith, orError, orNotFound } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const data = orError(
    await locals.api.query(DeskSignUpRules, { id: params.offeringId, languages: [locals.lang] }),
  );
  const offering = orNotFound(data.offering?.viewerCan.seeSignUps ? data.offering : undefined);
  return { offering, values: rulesValues(offering.signUpRules), isSaved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { values, errors, input } = readRulesForm(await request.formData());
    if (Object.keys(errors).length > 0) return failBecause(errors, values);
    const { error } = await locals.api.mutate(SetSignUpRules, {
      input: { ...input, offeringId: params.offeringId },
    });
    if (error) return failWith(error, values);
    redirect(
      303,
      `/${locals.lang}/association/${params.organisationId}/offerings/${params.offeringId}/sign-ups?saved`,
    );
  },
};

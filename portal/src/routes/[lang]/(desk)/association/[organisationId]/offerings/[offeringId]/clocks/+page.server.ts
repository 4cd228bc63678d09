import { redirect } from '@sveltejs/kit';
import { clocksValues, readClocksForm } from '#lib/rooms/referrals/clocks-form.ts';
import { DeskClocks, SetClocks } from '#lib/rooms/referrals/clocks.queries.ts';
import { failBecause, failWith, orError, orNotFound } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const data = orError(
    await locals.api.query(DeskClocks, { id: params.offeringId, languages: [locals.lang] }),
  );
  const offering = orNotFound(data.offering?.referralClocks.viewerCan.set ? data.offering : undefined);
  return { offering, values: clocksValues(offering.referralClocks), isSaved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { values, errors, input } = readClocksForm(await request.formData());
    if (!input) return failBecause(errors, values);
    const { offeringId, organisationId } = params;
    const { error } = await locals.api.mutate(SetClocks, { input: { ...input, offeringId } });
    if (error) return failWith(error, values);
    redirect(303, `/${locals.lang}/association/${organisationId}/offerings/${offeringId}/clocks?saved`);
  },
};

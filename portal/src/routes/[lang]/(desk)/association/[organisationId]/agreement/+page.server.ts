import { redirect } from '@sveltejs/kit';
import { AcceptAgreement, AgreementPage } from '#lib/rooms/organisations/desk-organisation.queries.ts';
import { whyNoReferrals } from '#lib/rooms/organisations/desk-words.ts';
import { failBecause, failWith, isTicked, orError, orNotFound, text } from '#lib/server/forms.ts';
import { association_agreement_tick_missing } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const data = orError(
    await locals.api.query(AgreementPage, { id: params.organisationId, languages: [locals.lang] }),
  );
  const { partnerAgreement, viewerCan, ...organisation } = orNotFound(data.organisation);
  return {
    agreement: partnerAgreement,
    canAccept: viewerCan.acceptPartnerAgreement,
    why: whyNoReferrals(organisation.whyNoReferrals),
    terms: data.partnerTerms,
    isSaved: url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    if (!isTicked(form, 'hasRead')) return failBecause({ hasRead: association_agreement_tick_missing() }, {});
    const { error } = await locals.api.mutate(AcceptAgreement, {
      input: { organisationId: params.organisationId, termsVersion: text(form, 'termsVersion') },
    });
    if (error) return failWith(error, {});
    redirect(303, `/${locals.lang}/association/${params.organisationId}/agreement?saved`);
  },
};

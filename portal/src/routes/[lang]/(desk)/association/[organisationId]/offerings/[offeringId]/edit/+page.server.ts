import { error, redirect } from '@sveltejs/kit';
import { choicesOf } from '#lib/rooms/offerings/desk-choices.ts';
import { valuesOf } from '#lib/rooms/offerings/desk-offering-edit.ts';
import { inputOf } from '#lib/rooms/offerings/desk-offering-input.ts';
import { scheduleOf } from '#lib/rooms/offerings/desk-offering-times.ts';
import { readOfferingForm } from '#lib/rooms/offerings/desk-offering-read.ts';
import { EditedOffering, OfferingChoices } from '#lib/rooms/offerings/desk-offering.queries.ts';
import { PublishOffering, UpdateOffering } from '#lib/rooms/offerings/desk-offering-save.queries.ts';
import {
  failOffering,
  previewOffering,
  refuseIncomplete,
  withPlace,
} from '#lib/rooms/offerings/desk-offering.server.ts';
import { mergeWithOther } from '#lib/rooms/offerings/desk-offering-merge.server.ts';
import { agreedDates, askToStrand, isStranded } from '#lib/rooms/offerings/desk-stranded.server.ts';
import { whyNoReferrals } from '#lib/rooms/organisations/desk-words.ts';
import { isTicked, orError, orNotFound, text, wholeNumber } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { organisationId, offeringId } = params;
  const [choices, edited] = await Promise.all([
    locals.api.query(OfferingChoices, { organisationId, languages: [locals.lang] }),
    locals.api.query(EditedOffering, { id: offeringId }),
  ]);
  const data = orError(choices);
  const host = orNotFound(data.organisation);
  const offering = orNotFound(orError(edited).offering);
  if (!offering.viewerCan.update) error(403, 'FORBIDDEN');
  const { organisation } = await parent();
  return {
    offeringId,
    choices: choicesOf(data, offering.spokenLanguages),
    values: valuesOf(offering, host.municipality.code),
    currentDates: offering.nextOccurrences,
    canPublish: offering.status === 'DRAFT' && offering.viewerCan.publish,
    version: offering.version,
    title: offering.translations.find(({ language }) => language === offering.sourceLanguage)?.title ?? '',
    titleLang: offering.sourceLanguage,
    why: whyNoReferrals(organisation.whyNoReferrals),
    idempotencyKey: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { api, lang } = locals;
    const { organisationId, offeringId } = params;
    const form = await request.formData();
    const filled = readOfferingForm(form);
    const intent = text(form, 'intent');
    if (intent === 'preview')
      return previewOffering(api, filled, { organisationId, exceptId: offeringId, lang });
    const incomplete = refuseIncomplete(filled);
    if (incomplete) return incomplete;
    const placed = await withPlace(api, organisationId, filled, text(form, 'idempotencyKey'));
    if (placed.failure) return placed.failure;
    const { values } = placed;
    const schedules = values.changeTimes
      ? { schedules: [scheduleOf(values)], strandedIds: agreedDates(form) }
      : {};
    const input = inputOf(values);
    const [source, ...others] = input.translations;
    // Ticked, the change is one of spelling; unticked, letters and digits tell.
    const translations = source
      ? [{ ...source, isMinorEdit: isTicked(form, 'isMinorEdit') || null }, ...others]
      : [];
    const { data, error: refusal } = await api.mutate(UpdateOffering, {
      input: { ...input, ...schedules, translations, offeringId, version: wholeNumber(form, 'version') ?? 0 },
    });
    if (refusal?.reason === 'STALE_VERSION') return mergeWithOther(api, params, text(form, 'base'), values);
    if (refusal && isStranded(refusal)) return askToStrand(api, offeringId, scheduleOf(values), values);
    if (refusal) return failOffering(refusal, values);
    if (intent === 'publish') {
      const { version } = data.updateOffering.offering;
      const published = await api.mutate(PublishOffering, { input: { offeringId, version } });
      if (published.error) return failOffering(published.error, values);
    }
    redirect(303, `/${lang}/association/${organisationId}/offerings/${offeringId}?saved`);
  },
};

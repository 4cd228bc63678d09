import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { formatDate } from '#lib/i18n/dates.ts';
import { consentFieldWords, detailFieldWords } from '#lib/rooms/clients/client.words.ts';
import { choicesOf } from '#lib/rooms/referrals/choices.ts';
import { checkConsent } from '#lib/rooms/referrals/consent-form.ts';
import { loadConsentQuestion } from '#lib/rooms/referrals/consent-view.ts';
import { keep, sendNow } from '#lib/rooms/referrals/hand-over.ts';
import { obstacleWords } from '#lib/rooms/referrals/obstacles.ts';
import {
  namesToConfirm,
  needOf,
  priorityOf,
  readReferForm,
  referErrors,
  withheldOf,
  type ReferValues,
} from '#lib/rooms/referrals/refer-form.ts';
import { ReferralPreview, ReferTarget } from '#lib/rooms/referrals/refer.queries.ts';
import { needWords, priorityWords, summaryFieldWords } from '#lib/rooms/referrals/referral.words.ts';
import { summaryOf } from '#lib/rooms/referrals/summary-view.ts';
import { failBecause, failWith, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

type Event = RequestEvent<RouteParams>;

function offeringIdOf(url: URL): string {
  return url.searchParams.get('offering') ?? error(404, 'NOT_FOUND');
}

async function preview(event: Event, values?: ReferValues) {
  const { locals, params, url } = event;
  const input = {
    clientId: params.id,
    offeringId: offeringIdOf(url),
    ...(values
      ? { needCategory: needOf(values) ?? null, priority: priorityOf(values), note: values.note || null }
      : {}),
  };
  const result = await locals.api.query(ReferralPreview, { input, languages: [locals.lang] });
  return orError(result).referralPreview;
}

async function target({ locals, params, url }: Event) {
  const variables = { clientId: params.id, offeringId: offeringIdOf(url), languages: [locals.lang] };
  const data = orError(await locals.api.query(ReferTarget, variables));
  return { client: orNotFound(data.client), offering: orNotFound(data.offering) };
}

export const load: PageServerLoad = async (event) => {
  const [{ client, offering }, seen] = await Promise.all([target(event), preview(event)]);
  if (!client.viewerCan.refer) error(403, 'FORBIDDEN');
  const wanted = event.url.searchParams.get('in');
  const question = await loadConsentQuestion(event.locals.api, client.languages, wanted, seen.onAcceptance);
  return {
    client: { id: client.id, pseudonym: client.pseudonym },
    offering,
    summary: { ...summaryOf(seen.now), need: '' },
    fields: seen.onAcceptance.map((field) => consentFieldWords[field]()),
    details: choicesOf(detailFieldWords),
    onRequest: seen.onRequest.map((field) => detailFieldWords[field]()),
    obstacles: obstacleWords(seen.obstacles),
    consentUntil: seen.activeConsent && formatDate(seen.activeConsent.expiresAt),
    roomLeft: seen.roomLeft,
    tellable: choicesOf(summaryFieldWords),
    question,
    needs: choicesOf(needWords),
    priorities: choicesOf(priorityWords),
    idempotencyKey: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = readReferForm(form);
    const { intent } = values;
    const [{ client, offering }, seen] = await Promise.all([target(event), preview(event, values)]);
    const needCategory = needOf(values);
    const isConsentAsked = intent === 'send' && !seen.activeConsent;
    const { terms, errors: consentErrors } = isConsentAsked
      ? checkConsent(values)
      : { terms: undefined, errors: undefined };
    const errors = { ...referErrors(values, seen), ...consentErrors };
    if (intent === 'look' || !needCategory || Object.keys(errors).length > 0)
      return failBecause(errors, { ...values, nameWords: namesToConfirm(values, seen.noteNames) });
    const handover = {
      clientId: client.id,
      offeringId: offering.id,
      organisationId: offering.organisation.id,
      needCategory,
      priority: priorityOf(values),
      note: values.note || null,
      withheld: withheldOf(values),
      confirmedWords: values.confirmedWords,
      idempotencyKey: text(form, 'idempotencyKey'),
    };
    const { api, lang } = event.locals;
    const result =
      intent === 'send'
        ? await sendNow(api, handover, terms)
        : await keep(api, handover, intent === 'ask' ? values.languageTag : undefined);
    if (result.refusal) return failWith(result.refusal, values);
    redirect(303, `/${lang}/referrals/${result.referralId}?notice=${result.notice}`);
  },
};

import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { ApiResult } from '#lib/server/request-api.ts';
import { isTicked, text, texts, wholeNumber } from '#lib/server/forms.ts';
import { caseworker_reason_sessions_out_of_range, ui_answer_missing } from '#lib/paraglide/messages.js';
import { formatDate } from '#lib/i18n/dates.ts';
import { consentFieldWords } from '../clients/client.words.ts';
import { allChosen, chosen } from './choices.ts';
import { CreateClientLink } from './client-page.queries.ts';
import { checkConsent, readConsent } from './consent-form.ts';
import { incomplete, refuse, versionOf, type MoveValues } from './move-form.ts';
import {
  AcceptReferral,
  CloseReferral,
  ConfirmConsent,
  DeclineReferral,
  RecordFirstContact,
  SendReferral,
  SubmitForConsent,
  WithdrawReferral,
} from './move.queries.ts';
import { channelWords, declineWords, outcomeWords, withdrawWords } from './referral.words.ts';

export type Event = RequestEvent<{ lang: string; id: string }>;

export async function begin({ request, params }: Event) {
  const form = await request.formData();
  return { form, at: { referralId: params.id, version: versionOf(form) } };
}

/** After a move: the letter again, saying what was done; or the form again, with why not. */
export function end(
  { locals, params }: Event,
  { error }: ApiResult<unknown>,
  notice: string,
  values: MoveValues,
) {
  if (error) return refuse(error, values);
  redirect(303, `/${locals.lang}/referrals/${params.id}?notice=${notice}`);
}

/** One action for each move that the pages offer; what is allowed is the API's to say. */
export const moveActions = {
  send: async (event: Event) => {
    const { at } = await begin(event);
    return end(event, await event.locals.api.mutate(SendReferral, { input: at }), 'sent', { move: 'send' });
  },

  submit: async (event: Event) => {
    const { form, at } = await begin(event);
    const input = { ...at, languageTag: text(form, 'languageTag') };
    return end(event, await event.locals.api.mutate(SubmitForConsent, { input }), 'asked', {
      move: 'submit',
    });
  },

  /** The client's yes, and off it goes. A draft first becomes one that waits for it. */
  confirm: async (event: Event) => {
    const { form, at } = await begin(event);
    const consent = readConsent(form);
    const values = { move: 'confirm', consent };
    const { terms, errors } = checkConsent(consent);
    if (!terms) return incomplete(errors, values);
    const { api } = event.locals;
    const { languageTag } = terms;
    const isDraft = text(form, 'state') === 'DRAFT';
    const asked = isDraft ? await api.mutate(SubmitForConsent, { input: { ...at, languageTag } }) : undefined;
    if (asked?.error) return refuse(asked.error, values);
    const version = asked?.data.submitReferralForConsent.referral.version ?? at.version;
    const input = { ...terms, referralId: at.referralId, version };
    return end(event, await api.mutate(ConfirmConsent, { input }), 'sent', values);
  },

  /** A link for the client; it stands in the answer alone, since nobody keeps it. A draft first becomes one that asks. */
  link: async (event: Event) => {
    const { form, at } = await begin(event);
    const sendByMail = isTicked(form, 'sendByMail');
    const values = { move: 'link', sendByMail };
    const { api } = event.locals;
    if (text(form, 'state') === 'DRAFT') {
      const input = { ...at, languageTag: text(form, 'languageTag') };
      const asked = await api.mutate(SubmitForConsent, { input });
      if (asked.error) return refuse(asked.error, values);
    }
    const fields = form.has('languageTag') ? allChosen(consentFieldWords, texts(form, 'linkFields')) : null;
    const input = { referralId: at.referralId, sendByMail, fields };
    const { data, error } = await api.mutate(CreateClientLink, { input });
    if (error) return refuse(error, values);
    const { url, expiresAt } = data.createClientLink;
    return {
      values,
      errors: {},
      message: '',
      isConflict: false,
      link: { url, until: formatDate(expiresAt) },
    };
  },

  accept: async (event: Event) => {
    const { at } = await begin(event);
    const result = await event.locals.api.mutate(AcceptReferral, { input: at });
    return end(event, result, 'accepted', { move: 'accept' });
  },

  decline: async (event: Event) => {
    const { form, at } = await begin(event);
    const values = { move: 'decline', reason: text(form, 'reason') };
    const reason = chosen(declineWords, values.reason);
    if (!reason) return incomplete({ reason: ui_answer_missing() }, values);
    const result = await event.locals.api.mutate(DeclineReferral, { input: { ...at, reason } });
    return end(event, result, 'declined', values);
  },

  withdraw: async (event: Event) => {
    const { form, at } = await begin(event);
    const values = { move: 'withdraw', reason: text(form, 'reason') };
    const reason = chosen(withdrawWords, values.reason);
    if (!reason) return incomplete({ reason: ui_answer_missing() }, values);
    const result = await event.locals.api.mutate(WithdrawReferral, { input: { ...at, reason } });
    return end(event, result, 'withdrawn', values);
  },

  contact: async (event: Event) => {
    const { form, at } = await begin(event);
    const values = { move: 'contact', channel: text(form, 'channel') };
    const channel = chosen(channelWords, values.channel);
    if (!channel) return incomplete({ channel: ui_answer_missing() }, values);
    const result = await event.locals.api.mutate(RecordFirstContact, { input: { ...at, channel } });
    return end(event, result, 'contacted', values);
  },

  close: async (event: Event) => {
    const { form, at } = await begin(event);
    const sessionsAttended = wholeNumber(form, 'sessionsAttended');
    const values = {
      move: 'close',
      outcome: text(form, 'outcome'),
      sessionsAttended: text(form, 'sessionsAttended'),
    };
    const outcome = chosen(outcomeWords, values.outcome);
    const isCounted = sessionsAttended === null || Number.isSafeInteger(sessionsAttended);
    if (!outcome || !isCounted) {
      const errors = {
        ...(outcome ? {} : { outcome: ui_answer_missing() }),
        ...(isCounted ? {} : { sessionsAttended: caseworker_reason_sessions_out_of_range() }),
      };
      return incomplete(errors, values);
    }
    const input = { ...at, outcome, sessionsAttended };
    return end(event, await event.locals.api.mutate(CloseReferral, { input }), 'closed', values);
  },
};

import { text, texts, wholeNumber } from '#lib/server/forms.ts';
import { caseworker_reason_estimate_out_of_range, ui_answer_missing } from '#lib/paraglide/messages.js';
import { allChosen, chosen } from './choices.ts';
import { begin, end, type Event } from './move-actions.ts';
import { incomplete } from './move-form.ts';
import { holdWords, informationWords, reopenWords } from './referral.words.ts';
import {
  AskInfo,
  Hold,
  RefuseConsent,
  Reopen,
  ReplyInfo,
  Resume,
  SendMessage,
  Waitlist,
} from './waiting.queries.ts';

const missing = (): string => ui_answer_missing();

/** The actions of `WaitingActs` and of the messages; what is allowed is the API's to say. */
export const waitingActions = {
  askInfo: async (event: Event) => {
    const { form, at } = await begin(event);
    const message = text(form, 'message');
    const kinds = texts(form, 'informationKinds');
    const values = { move: 'askInfo', message, kinds };
    const informationKinds = allChosen(informationWords, kinds);
    if (informationKinds.length === 0) return incomplete({ informationKinds: missing() }, values);
    const input = { ...at, informationKinds, message };
    return end(event, await event.locals.api.mutate(AskInfo, { input }), 'askInfo', values);
  },

  replyInfo: async (event: Event) => {
    const { form, at } = await begin(event);
    const message = text(form, 'message');
    const result = await event.locals.api.mutate(ReplyInfo, { input: { ...at, message } });
    return end(event, result, 'replyInfo', { move: 'replyInfo', message });
  },

  waitlist: async (event: Event) => {
    const { form, at } = await begin(event);
    const weeks = wholeNumber(form, 'estimatedWaitWeeks');
    const values = { move: 'waitlist', estimatedWaitWeeks: text(form, 'estimatedWaitWeeks') };
    if (weeks === null || !Number.isSafeInteger(weeks) || weeks > 1_000) {
      return incomplete({ estimatedWaitWeeks: caseworker_reason_estimate_out_of_range() }, values);
    }
    const input = { ...at, estimatedWaitWeeks: weeks };
    return end(event, await event.locals.api.mutate(Waitlist, { input }), 'waitlist', values);
  },

  hold: async (event: Event) => {
    const { form, at } = await begin(event);
    const values = { move: 'hold', reason: text(form, 'reason'), reviewOn: text(form, 'reviewOn') };
    const reason = chosen(holdWords, values.reason);
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(values.reviewOn);
    if (!reason || !isDay) {
      return incomplete(
        { ...(reason ? {} : { reason: missing() }), ...(isDay ? {} : { reviewOn: missing() }) },
        values,
      );
    }
    const input = { ...at, reason, reviewOn: values.reviewOn };
    return end(event, await event.locals.api.mutate(Hold, { input }), 'hold', values);
  },

  resume: async (event: Event) => {
    const { at } = await begin(event);
    return end(event, await event.locals.api.mutate(Resume, { input: at }), 'resume', { move: 'resume' });
  },

  reopen: async (event: Event) => {
    const { form, at } = await begin(event);
    const values = { move: 'reopen', reason: text(form, 'reason') };
    const reason = chosen(reopenWords, values.reason);
    if (!reason) return incomplete({ reason: missing() }, values);
    const input = { ...at, reason };
    return end(event, await event.locals.api.mutate(Reopen, { input }), 'reopen', values);
  },

  refuseConsent: async (event: Event) => {
    const { at } = await begin(event);
    const result = await event.locals.api.mutate(RefuseConsent, { input: at });
    return end(event, result, 'refuseConsent', { move: 'refuseConsent' });
  },

  message: async (event: Event) => {
    const { form, at } = await begin(event);
    const message = text(form, 'message');
    const input = { referralId: at.referralId, message };
    const result = await event.locals.api.mutate(SendMessage, { input });
    return end(event, result, 'message', { move: 'message', message });
  },
};

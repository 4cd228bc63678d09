import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { text } from '#lib/server/forms.ts';
import { detailFieldWords } from '../clients/client.words.ts';
import { chosen } from './choices.ts';
import { AskDetail, GrantDetail, RefuseDetail } from './detail.queries.ts';
import { begin, end, type Event } from './move-actions.ts';
import { incomplete } from './move-form.ts';

/** Asking for one more thing, and answering; what is allowed is the API's to say. */
export const detailActions = {
  askDetail: async (event: Event) => {
    const { form, at } = await begin(event);
    const values = { move: 'askDetail', field: text(form, 'field'), reason: text(form, 'reason') };
    const field = chosen(detailFieldWords, values.field);
    if (!field) return incomplete({ field: ui_answer_missing() }, values);
    const input = { referralId: at.referralId, field, reason: values.reason };
    return end(event, await event.locals.api.mutate(AskDetail, { input }), 'detailAsked', values);
  },

  grantDetail: async (event: Event) => {
    const { form, at } = await begin(event);
    const values = { move: 'grantDetail', field: text(form, 'field'), value: text(form, 'value') };
    const field = chosen(detailFieldWords, values.field);
    if (!field) return incomplete({ value: ui_answer_missing() }, values);
    const input = { referralId: at.referralId, field, value: values.value };
    return end(event, await event.locals.api.mutate(GrantDetail, { input }), 'detailAnswered', values);
  },

  refuseDetail: async (event: Event) => {
    const { form, at } = await begin(event);
    const values = { move: 'refuseDetail', field: text(form, 'field') };
    const field = chosen(detailFieldWords, values.field);
    if (!field) return incomplete({ value: ui_answer_missing() }, values);
    const input = { referralId: at.referralId, field };
    return end(event, await event.locals.api.mutate(RefuseDetail, { input }), 'detailAnswered', values);
  },
};

import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { failBecause, failWith, optionalText, text } from '#lib/server/forms.ts';
import { CreateClientRequest, DecideClientRequest } from './protection.queries.ts';
import { isRefusalReason, isRequestKind } from './protection.words.ts';

/** Answers a request; the page says so afterwards. */
export async function decide({ locals, request, url }: RequestEvent) {
  const form = await request.formData();
  const values = { requestId: text(form, 'requestId'), refusalReason: text(form, 'refusalReason') };
  const isRefused = text(form, 'decision') === 'REFUSED';
  const { error } = await locals.api.mutate(DecideClientRequest, {
    input: {
      requestId: values.requestId,
      decision: isRefused ? 'REFUSED' : 'DONE',
      refusalReason: isRefusalReason(values.refusalReason) ? values.refusalReason : null,
    },
  });
  if (error) return failWith(error, values);
  redirect(303, `${url.pathname}?notice=answered`);
}

/** Puts down what a client asked for. */
export async function putDown({ locals, request, url }: RequestEvent, clientId: string) {
  const form = await request.formData();
  const values = { kind: text(form, 'kind'), details: text(form, 'details') };
  if (!isRequestKind(values.kind)) return failBecause({ kind: ui_answer_missing() }, values);
  const { error } = await locals.api.mutate(CreateClientRequest, {
    input: { clientId, kind: values.kind, details: optionalText(form, 'details') },
  });
  if (error) return failWith(error, values);
  redirect(303, `${url.pathname}?notice=put-down`);
}

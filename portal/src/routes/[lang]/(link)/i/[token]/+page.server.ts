import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { ApiError } from '#lib/api/api-error.ts';
import { link_cannot_now, ui_answer_missing } from '#lib/paraglide/messages.js';
import { LeaveRequestByLink } from '#lib/rooms/protection/protection.queries.ts';
import { isRequestKind, ownKindChoices } from '#lib/rooms/protection/protection.words.ts';
import { clientPageOf } from '#lib/rooms/referrals/client-page.ts';
import {
  ClientPage,
  ConfirmConsentByLink,
  RefuseConsentByLink,
  StopSharingByLink,
} from '#lib/rooms/referrals/client-page.queries.ts';
import { describeError } from '#lib/server/describe-error.ts';
import { optionalText, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { lang } = locals;
  const variables = { token: params.token, languageTag: lang, languages: [lang] };
  return {
    kinds: ownKindChoices(),
    page: clientPageOf(orNotFound(orError(await locals.api.query(ClientPage, variables)).clientPage)),
  };
};

type Event = RequestEvent<{ lang: string; token: string }>;

/** After a success the given page; a link that opens nothing is this page again, which says so. */
function end({ locals, url }: Event, error: ApiError | undefined, next: string) {
  if (!error) redirect(303, next);
  if (error.code === 'NOT_FOUND') redirect(303, url.pathname);
  if (error.code === 'CONFLICT') return fail(409, { message: link_cannot_now() });
  return fail(400, { message: describeError(error), lang: locals.lang });
}

export const actions: Actions = {
  yes: async (event) => {
    const input = { token: event.params.token, languageTag: event.locals.lang };
    const { error } = await event.locals.api.mutate(ConfirmConsentByLink, { input });
    return end(event, error, event.url.pathname);
  },

  no: async (event) => {
    const input = { token: event.params.token };
    const { error } = await event.locals.api.mutate(RefuseConsentByLink, { input });
    return end(event, error, `/${event.locals.lang}/i/done?of=no`);
  },

  ask: async (event) => {
    const form = await event.request.formData();
    const kind = text(form, 'kind');
    if (!isRequestKind(kind)) return fail(400, { message: '', missing: ui_answer_missing() });
    const details = optionalText(form, 'details');
    const input = { token: event.params.token, kind, details };
    const { error } = await event.locals.api.mutate(LeaveRequestByLink, { input });
    return end(event, error, `/${event.locals.lang}/i/done?of=request`);
  },

  stop: async (event) => {
    const input = { token: event.params.token };
    const { error } = await event.locals.api.mutate(StopSharingByLink, { input });
    return end(event, error, `/${event.locals.lang}/i/done?of=stop`);
  },
};

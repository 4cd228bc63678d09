import { FailedNotices, RetryNotice } from '#lib/rooms/notices/failed-notices.queries.ts';
import { failWith, orError, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const after = url.searchParams.get('after');
  return orError(await locals.api.query(FailedNotices, { after })).failedNotices;
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const noticeId = text(await request.formData(), 'noticeId');
    const { error } = await locals.api.mutate(RetryNotice, { input: { noticeId } });
    return error ? failWith(error, {}) : { retried: true };
  },
};

import { DeskAttendance, RecordAttendance, SetWalkIns } from '#lib/rooms/signups/desk-attendance.queries.ts';
import { failWith, orError, orNotFound, text, wholeNumber } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const atDoor: readonly string[] = ['CONFIRMED', 'ATTENDED', 'NO_SHOW'];

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { occurrenceId } = params;
  const after = url.searchParams.get('after');
  const data = orError(await locals.api.query(DeskAttendance, { occurrenceId, after }));
  const { pageInfo, nodes } = data.signUps;
  return {
    occurrence: orNotFound(data.occurrence),
    signUps: nodes.filter(({ status }) => atDoor.includes(status)),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    counts: data.attendance,
  };
};

export const actions: Actions = {
  tick: async ({ locals, request }) => {
    const form = await request.formData();
    const status = form.get('status') === 'NO_SHOW' ? 'NO_SHOW' : 'ATTENDED';
    const isAgain = text(form, 'was') === status;
    const { error } = await locals.api.mutate(RecordAttendance, {
      input: { signUpId: text(form, 'signUpId'), status: isAgain ? 'CONFIRMED' : status },
    });
    return error ? failWith(error, {}) : undefined;
  },
  walkIns: async ({ locals, params, request }) => {
    const count = wholeNumber(await request.formData(), 'count') ?? 0;
    const { error } = await locals.api.mutate(SetWalkIns, {
      input: { occurrenceId: params.occurrenceId, count: Math.max(0, count || 0) },
    });
    return error ? failWith(error, {}) : undefined;
  },
};

import { redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { AskShiftSwap, ShiftSwapPage } from '#lib/rooms/volunteers/shifts.queries.ts';
import { failBecause, failWith, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { organisationId, shiftId } = params;
  const data = orError(
    await locals.api.query(ShiftSwapPage, { organisationId, shiftId, languages: [locals.lang] }),
  );
  return {
    shift: orNotFound(data.mine.find(({ id }) => id === shiftId)),
    choices: data.shiftColleagues.map(({ personId, displayName }) => ({
      value: personId,
      label: displayName,
    })),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const toPersonId = text(await request.formData(), 'toPersonId');
    const values = { toPersonId };
    if (toPersonId === '') return failBecause({ toPersonId: ui_answer_missing() }, values);
    const { error } = await locals.api.mutate(AskShiftSwap, {
      input: { shiftId: params.shiftId, toPersonId },
    });
    if (error) return failWith(error, values);
    redirect(303, `/${locals.lang}/association/${params.organisationId}/shifts?saved`);
  },
};

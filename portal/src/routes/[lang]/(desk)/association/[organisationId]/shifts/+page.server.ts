import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  AnswerShiftSwap,
  GiveBackShift,
  ShiftsPage,
  TakeShift,
} from '#lib/rooms/volunteers/shifts.queries.ts';
import { failWith, isTicked, orError, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const variables = { organisationId: params.organisationId, languages: [locals.lang] };
  const { volunteerProfile, mine, open, shiftSwaps } = orError(await locals.api.query(ShiftsPage, variables));
  return {
    mine,
    open,
    hours: volunteerProfile,
    asked: shiftSwaps.flatMap(({ shift, viewerCan, ...swap }) =>
      shift && viewerCan.answer ? [{ ...swap, shift }] : [],
    ),
    isSaved: url.searchParams.has('saved'),
  };
};

const saved = ({ locals, params }: RequestEvent<RouteParams>): never =>
  redirect(303, `/${locals.lang}/association/${params.organisationId}/shifts?saved`);

export const actions: Actions = {
  take: async (event) => {
    const form = await event.request.formData();
    const { error } = await event.locals.api.mutate(TakeShift, {
      input: { shiftId: text(form, 'shiftId'), acceptsOverlap: isTicked(form, 'acceptsOverlap') },
    });
    return error ? failWith(error, {}) : saved(event);
  },
  giveBack: async (event) => {
    const form = await event.request.formData();
    const { error } = await event.locals.api.mutate(GiveBackShift, {
      input: { shiftId: text(form, 'shiftId') },
    });
    return error ? failWith(error, {}) : saved(event);
  },
  answer: async (event) => {
    const form = await event.request.formData();
    const word = text(form, 'answer');
    const answer = word === 'ACCEPT' || word === 'TAKE_BACK' ? word : 'DECLINE';
    const { error } = await event.locals.api.mutate(AnswerShiftSwap, {
      input: { swapId: text(form, 'swapId'), answer, acceptsOverlap: isTicked(form, 'acceptsOverlap') },
    });
    return error ? failWith(error, {}) : saved(event);
  },
};

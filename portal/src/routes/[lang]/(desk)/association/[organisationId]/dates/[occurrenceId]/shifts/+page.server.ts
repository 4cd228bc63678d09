import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { clockOf, instantOn } from '#lib/rooms/volunteers/volunteer-words.ts';
import {
  CancelShift,
  ChangeShift,
  CreateShift,
  DateShifts,
} from '#lib/rooms/volunteers/volunteers.queries.ts';
import { failBecause, failWith, orError, orNotFound, text, wholeNumber } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { organisationId, occurrenceId } = params;
  const { occurrence, shifts } = orError(
    await locals.api.query(DateShifts, { organisationId, occurrenceId }),
  );
  const date = orNotFound(occurrence);
  return {
    occurrence: date,
    shifts,
    from: clockOf(date.startsAt),
    until: clockOf(date.endsAt),
    isSaved: url.searchParams.has('saved'),
  };
};

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const count = (form: FormData): number => wholeNumber(form, 'neededCount') || 0;

const saved = ({ locals, params }: RequestEvent<RouteParams>): never =>
  redirect(
    303,
    `/${locals.lang}/association/${params.organisationId}/dates/${params.occurrenceId}/shifts?saved`,
  );

export const actions: Actions = {
  create: async (event) => {
    const { organisationId, occurrenceId } = event.params;
    const form = await event.request.formData();
    const values = {
      role: text(form, 'role'),
      startsAt: text(form, 'startsAt'),
      endsAt: text(form, 'endsAt'),
      neededCount: text(form, 'neededCount'),
    };
    const missing = {
      ...(values.role === '' && { role: ui_answer_missing() }),
      ...(!time.test(values.startsAt) && { startsAt: ui_answer_missing() }),
      ...(!time.test(values.endsAt) && { endsAt: ui_answer_missing() }),
    };
    if (Object.keys(missing).length > 0) return failBecause(missing, values);
    const startsAt = instantOn(text(form, 'day'), values.startsAt);
    const { error } = await event.locals.api.mutate(CreateShift, {
      input: {
        organisationId,
        occurrenceId,
        role: values.role,
        startsAt,
        endsAt: instantOn(text(form, 'day'), values.endsAt, startsAt),
        neededCount: count(form),
      },
    });
    return error ? failWith(error, values) : saved(event);
  },
  change: async (event) => {
    const form = await event.request.formData();
    const { error } = await event.locals.api.mutate(ChangeShift, {
      input: { shiftId: text(form, 'shiftId'), neededCount: count(form) },
    });
    return error ? failWith(error, { role: '', startsAt: '', endsAt: '', neededCount: '' }) : saved(event);
  },
  remove: async (event) => {
    const form = await event.request.formData();
    const { error } = await event.locals.api.mutate(CancelShift, {
      input: { shiftId: text(form, 'shiftId') },
    });
    return error ? failWith(error, { role: '', startsAt: '', endsAt: '', neededCount: '' }) : saved(event);
  },
};

import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { localTimeOf, minutesBetween, type DateAction } from '#lib/rooms/offerings/desk-date-change.ts';
import {
  CancelOccurrence,
  DeskDatePlaces,
  DeskOccurrence,
  DeskSignUps,
  MoveOccurrence,
  PostponeOccurrence,
  UndoOccurrenceChange,
} from '#lib/rooms/offerings/desk-date.queries.ts';
import { failBecause, failWith, orError, orNotFound, text, texts } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { occurrenceId, organisationId } = params;
  const data = orError(
    await locals.api.query(DeskOccurrence, { id: occurrenceId, languages: [locals.lang] }),
  );
  const occurrence = orNotFound(data.occurrence);
  const after = url.searchParams.get('after');
  const seen = occurrence.viewerCan.seeSignUps
    ? orError(await locals.api.query(DeskSignUps, { occurrenceId, after }))
    : undefined;
  const { places } = occurrence.viewerCan.move
    ? orError(await locals.api.query(DeskDatePlaces, { organisationId }))
    : { places: [] };
  const told = url.searchParams.get('told');
  return {
    occurrence,
    signUps: seen?.signUps,
    moves: seen?.waitingListMoves ?? [],
    places,
    startsAtLocal: localTimeOf(occurrence.startsAt),
    durationMinutes: minutesBetween(occurrence.startsAt, occurrence.endsAt),
    toldCount: told === null ? undefined : Number(told) || 0,
    isUndone: url.searchParams.has('undone'),
    now: new Date().toISOString(),
  };
};

type Event = RequestEvent<RouteParams>;

const backTo = ({ locals, params }: Event, query: string): never =>
  redirect(303, `/${locals.lang}/association/${params.organisationId}/dates/${params.occurrenceId}?${query}`);

/** The reasons of a form by language; the first one must be there. */
const read = (form: FormData, kind: DateAction) => {
  const reasons = texts(form, 'language').map((language) => ({
    language,
    value: text(form, `reason-${language}`),
  }));
  const fields = kind === 'move' ? ['startsAtLocal', 'durationMinutes', 'placeId'] : [];
  const values: Record<string, string> = {
    kind,
    ...Object.fromEntries(reasons.map(({ language, value }) => [`reason-${language}`, value])),
    ...Object.fromEntries(fields.map((name) => [name, text(form, name)])),
  };
  const written = reasons.filter(({ value }) => value !== '');
  const missing =
    written.length === 0 ? { [`reason-${reasons[0]?.language ?? ''}`]: ui_answer_missing() } : undefined;
  return { values, written, missing };
};

const change = (kind: 'cancel' | 'postpone') => async (event: Event) => {
  const { values, written, missing } = read(await event.request.formData(), kind);
  if (missing) return failBecause(missing, values);
  const input = { occurrenceId: event.params.occurrenceId, reasons: written };
  if (kind === 'cancel') {
    const { data, error } = await event.locals.api.mutate(CancelOccurrence, { input });
    return error ? failWith(error, values) : backTo(event, `told=${data.cancelOccurrence.notifiedCount}`);
  }
  const { data, error } = await event.locals.api.mutate(PostponeOccurrence, { input });
  return error ? failWith(error, values) : backTo(event, `told=${data.postponeOccurrence.notifiedCount}`);
};

export const actions: Actions = {
  cancel: change('cancel'),
  postpone: change('postpone'),
  move: async (event) => {
    const { values, written, missing } = read(await event.request.formData(), 'move');
    const startsAtLocal = values['startsAtLocal'] ?? '';
    const errors = { ...missing, ...(startsAtLocal === '' && { startsAtLocal: ui_answer_missing() }) };
    if (Object.keys(errors).length > 0) return failBecause(errors, values);
    const { data, error } = await event.locals.api.mutate(MoveOccurrence, {
      input: {
        occurrenceId: event.params.occurrenceId,
        startsAtLocal,
        durationMinutes: Number(values['durationMinutes']) || null,
        placeId: values['placeId'] || null,
        reasons: written,
      },
    });
    return error ? failWith(error, values) : backTo(event, `told=${data.moveOccurrence.notifiedCount}`);
  },
  undo: async (event) => {
    const { error } = await event.locals.api.mutate(UndoOccurrenceChange, {
      input: { occurrenceId: event.params.occurrenceId },
    });
    return error ? failWith(error, { kind: 'undo' }) : backTo(event, 'undone');
  },
};

import { redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { CancelOccurrence, DeskOccurrence, DeskSignUps } from '#lib/rooms/offerings/desk-date.queries.ts';
import { failBecause, failWith, orError, orNotFound, text, texts } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { occurrenceId } = params;
  const data = orError(
    await locals.api.query(DeskOccurrence, { id: occurrenceId, languages: [locals.lang] }),
  );
  const occurrence = orNotFound(data.occurrence);
  const after = url.searchParams.get('after');
  const seen = occurrence.viewerCan.seeSignUps
    ? orError(await locals.api.query(DeskSignUps, { occurrenceId, after }))
    : undefined;
  const told = url.searchParams.get('told');
  return {
    occurrence,
    signUps: seen?.signUps,
    moves: seen?.waitingListMoves ?? [],
    toldCount: told === null ? undefined : Number(told) || 0,
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const reasons = texts(form, 'language').map((language) => ({
      language,
      value: text(form, `reason-${language}`),
    }));
    const values: Record<string, string> = Object.fromEntries(
      reasons.map(({ language, value }) => [`reason-${language}`, value]),
    );
    const written = reasons.filter(({ value }) => value !== '');
    const [first] = reasons;
    if (written.length === 0) {
      return failBecause({ [`reason-${first?.language ?? ''}`]: ui_answer_missing() }, values);
    }
    const { data, error } = await locals.api.mutate(CancelOccurrence, {
      input: { occurrenceId: params.occurrenceId, reasons: written },
    });
    if (error) return failWith(error, values);
    const { notifiedCount } = data.cancelOccurrence;
    redirect(
      303,
      `/${locals.lang}/association/${params.organisationId}/dates/${params.occurrenceId}?told=${notifiedCount}`,
    );
  },
};

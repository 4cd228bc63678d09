import { redirect } from '@sveltejs/kit';
import { failBecause, failWith, orError, orNotFound } from '#lib/server/forms.ts';
import { CreateSignUp, OccurrencePage } from '#lib/rooms/signups/occurrence-page.queries.ts';
import { asContactError, readSignUpForm } from '#lib/rooms/signups/sign-up-form.ts';
import type { Actions, PageServerLoad } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const load: PageServerLoad = async ({ locals, params }) => {
  const id = orNotFound(uuid.test(params.id) ? params.id : undefined);
  const data = orError(await locals.api.query(OccurrencePage, { id, languages: [locals.lang] }));
  const occurrence = orNotFound(data.occurrence);
  const now = new Date().toISOString();
  return {
    occurrence,
    otherDates: occurrence.offering.nextOccurrences.filter(
      (other) => other.id !== occurrence.id && other.status === 'SCHEDULED' && !other.isFull,
    ),
    hasBegun: occurrence.startsAt < now,
    idempotencyKey: crypto.randomUUID(),
    now,
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { values, errors, input } = readSignUpForm(await request.formData());
    if (Object.keys(errors).length > 0) return failBecause(errors, values);
    const { data, error } = await locals.api.mutate(CreateSignUp, {
      input: { ...input, occurrenceId: params.id, languageTag: locals.lang },
    });
    if (!error) redirect(303, `/${locals.lang}/sign-ups/${encodeURIComponent(data.createSignUp.code)}`);
    const failure = failWith(error, values);
    failure.data.errors = asContactError(failure.data.errors);
    return failure;
  },
};

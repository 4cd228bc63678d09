import { CreateSignUp, OccurrencePage } from '#lib/rooms/signups/occurrence-page.queries.ts';
import { asContactError, readSignUpForm } from '#lib/rooms/signups/sign-up-form.ts';
import { failBecause, failWith, isTicked, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const data = orError(
    await locals.api.query(OccurrencePage, { id: params.occurrenceId, languages: [locals.lang] }),
  );
  return { occurrence: orNotFound(data.occurrence), idempotencyKey: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const { errors, input, ...read } = readSignUpForm(form);
    const values = {
      ...read.values,
      languageTag: text(form, 'languageTag') || locals.lang,
      usesHeldPlace: isTicked(form, 'usesHeldPlace'),
      code: '',
    };
    if (Object.keys(errors).length > 0) return failBecause(errors, values);
    const { languageTag, usesHeldPlace } = values;
    const { data, error } = await locals.api.mutate(CreateSignUp, {
      input: { ...input, occurrenceId: params.occurrenceId, languageTag, usesHeldPlace, onBehalf: true },
    });
    // The code stays out of the address: whoever knows it holds the place.
    if (!error) {
      const empty = {
        ...values,
        firstName: '',
        partySize: '1',
        contact: '',
        needs: [],
        usesHeldPlace: false,
      };
      return { values: { ...empty, code: data.createSignUp.code }, errors: {}, message: '' };
    }
    const failure = failWith(error, values);
    failure.data.errors = asContactError(failure.data.errors);
    return failure;
  },
};

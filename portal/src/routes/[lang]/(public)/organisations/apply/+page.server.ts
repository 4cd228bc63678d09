import { redirect } from '@sveltejs/kit';
import { legibleName } from '#lib/i18n/words.ts';
import { failBecause, failWith, orError, text } from '#lib/server/forms.ts';
import { readApplication } from '#lib/rooms/organisations/apply-form.server.ts';
import { requiredAnswers } from '#lib/rooms/organisations/apply-values.ts';
import { ApplyForOrganisation, ApplyPage } from '#lib/rooms/organisations/apply.queries.ts';
import { kindsThatApply, organisationKindWords } from '#lib/rooms/organisations/organisation-words.ts';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const data = orError(await locals.api.query(ApplyPage, { languages: [locals.lang] }));
  const inOrder = new Intl.Collator(locals.lang);
  // The region's own come first: nearly everybody is from there.
  const municipalities = data.municipalities.toSorted(
    (left, right) =>
      Number(right.isInRegion) - Number(left.isInRegion) ||
      inOrder.compare(left.name.value, right.name.value),
  );
  return {
    kinds: kindsThatApply.map((kind) => ({ value: kind, label: organisationKindWords[kind]() })),
    municipalities: municipalities.map(({ code, name }) => ({ value: code, label: name.value })),
    languages: data.languages.map(({ tag, endonym }) => ({
      value: tag,
      label: legibleName(tag, endonym),
      lang: tag,
    })),
    idempotencyKey: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const values = readApplication(form);
    const missing = requiredAnswers.filter((name) => values[name] === '');
    const errors = Object.fromEntries(missing.map((name) => [name, ui_answer_missing()]));
    if (values.languages.length === 0) errors['languages'] = ui_answer_missing();
    const kind = kindsThatApply.find((candidate) => candidate === values.kind);
    if (!kind) errors['kind'] = ui_answer_missing();
    if (!kind || Object.keys(errors).length > 0) return failBecause(errors, values);
    const { description, businessId, ...answers } = values;
    const { error } = await locals.api.mutate(ApplyForOrganisation, {
      input: {
        ...answers,
        kind,
        businessId: businessId || null,
        descriptions: description ? [{ language: locals.lang, value: description }] : [],
        idempotencyKey: text(form, 'idempotencyKey') || null,
      },
    });
    if (error) return failWith(error, values);
    redirect(303, `/${locals.lang}/organisations/apply/thanks`);
  },
};

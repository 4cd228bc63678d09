import { redirect } from '@sveltejs/kit';
import { failBecause, failWith, orError, orNotFound, text, wholeNumber } from '#lib/server/forms.ts';
import { readContact, toLatinDigits } from '#lib/rooms/signups/contact.ts';
import { CreateSignUp, OccurrencePage } from '#lib/rooms/signups/occurrence-page.queries.ts';
import {
  public_contact_malformed,
  public_party_size_malformed,
  ui_answer_missing,
} from '#lib/paraglide/messages.js';
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
    const form = await request.formData();
    const values = {
      firstName: text(form, 'firstName'),
      partySize: toLatinDigits(text(form, 'partySize')),
      contact: text(form, 'contact'),
    };
    form.set('partySize', values.partySize);
    const partySize = wholeNumber(form, 'partySize') ?? 1;
    const contact = readContact(values.contact);
    const errors: Record<string, string> = {
      ...(values.firstName === '' ? { firstName: ui_answer_missing() } : {}),
      ...(Number.isInteger(partySize) && partySize >= 1 ? {} : { partySize: public_party_size_malformed() }),
      ...(contact ? {} : { contact: values.contact ? public_contact_malformed() : ui_answer_missing() }),
    };
    if (!contact || Object.keys(errors).length > 0) return failBecause(errors, values);
    const { data, error } = await locals.api.mutate(CreateSignUp, {
      input: {
        occurrenceId: params.id,
        firstName: values.firstName,
        partySize,
        ...contact,
        languageTag: locals.lang,
        idempotencyKey: text(form, 'idempotencyKey') || null,
      },
    });
    if (!error) redirect(303, `/${locals.lang}/sign-ups/${encodeURIComponent(data.createSignUp.code)}`);
    const failure = failWith(error, values);
    // The page asks for one contact, the API tells mail and phone apart.
    const { email, phone, ...others } = failure.data.errors;
    const wrong = email ?? phone;
    failure.data.errors = wrong ? { ...others, contact: wrong } : others;
    return failure;
  },
};

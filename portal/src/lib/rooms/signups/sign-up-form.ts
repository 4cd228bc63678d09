import {
  public_contact_malformed,
  public_party_size_malformed,
  ui_answer_missing,
} from '#lib/paraglide/messages.js';
import { text, texts, wholeNumber } from '#lib/server/forms.ts';
import { readContact, toLatinDigits } from './contact.ts';
import { needWords, type Need } from './sign-up-words.ts';

/** The answers as they were written. */
export interface SignUpValues {
  firstName: string;
  partySize: string;
  contact: string;
  needs: string[];
}

const isNeed = (value: string): value is Need => value in needWords;

/** The form of a sign-up as it was sent, what is wrong with it, and what the API takes. */
export function readSignUpForm(form: FormData) {
  const values: SignUpValues = {
    firstName: text(form, 'firstName'),
    partySize: toLatinDigits(text(form, 'partySize')),
    contact: text(form, 'contact'),
    needs: texts(form, 'needs'),
  };
  form.set('partySize', values.partySize);
  const partySize = wholeNumber(form, 'partySize') ?? 1;
  const contact = readContact(values.contact);
  const errors: Record<string, string> = {
    ...(values.firstName === '' ? { firstName: ui_answer_missing() } : {}),
    ...(Number.isInteger(partySize) && partySize >= 1 ? {} : { partySize: public_party_size_malformed() }),
    ...(contact ? {} : { contact: values.contact ? public_contact_malformed() : ui_answer_missing() }),
  };
  const input = {
    firstName: values.firstName,
    partySize,
    ...contact,
    needs: values.needs.filter(isNeed),
    wait: text(form, 'wait') === 'true',
    idempotencyKey: text(form, 'idempotencyKey') || null,
  };
  return { values, errors, input };
}

/** The page asks for one contact, the API tells mail and phone apart. */
export function asContactError({ email, phone, ...others }: Record<string, string>): Record<string, string> {
  const wrong = email ?? phone;
  return wrong ? { ...others, contact: wrong } : others;
}

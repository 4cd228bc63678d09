import { ui_check_answer } from '#lib/paraglide/messages.js';
import { text, wholeNumber } from '#lib/server/forms.ts';
import { toLatinDigits } from '../signups/contact.ts';

const names = [
  'answerWorkingDays',
  'urgentAnswerWorkingDays',
  'firstContactWorkingDays',
  'waitingReviewDays',
  'firstOutcomeDays',
] as const;
export type ClockName = (typeof names)[number];

type Clocks = Record<ClockName, number>;
/** The clocks as the form holds them. */
export type ClocksValues = Record<ClockName, string>;

const each = <Value>(of: (name: ClockName) => Value): Record<ClockName, Value> =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<ClockName, Value>;

export function clocksValues(clocks: Clocks): ClocksValues {
  return each((name) => String(clocks[name]));
}

/** The form as it was sent, and what the API takes or what is wrong with it; the bounds are the API's to say. */
export function readClocksForm(form: FormData) {
  for (const name of names) form.set(name, toLatinDigits(text(form, name)));
  const values: ClocksValues = each((name) => text(form, name));
  const read = each((name) => wholeNumber(form, name));
  const wrong = names.filter((name) => read[name] === null || Number.isNaN(read[name]));
  return {
    values,
    errors: Object.fromEntries(wrong.map((name) => [name, ui_check_answer()])),
    input: wrong.length > 0 ? undefined : (read as Clocks),
  };
}

import { ui_check_answer } from '#lib/paraglide/messages.js';
import { isTicked, text, texts, wholeNumber } from '#lib/server/forms.ts';
import { toLatinDigits } from './contact.ts';
import { needWords, type Need } from './sign-up-words.ts';

const numbers = [
  'opensDaysBefore',
  'closesHoursBefore',
  'minimumPeople',
  'largestParty',
  'heldPlaces',
] as const;
type NumberName = (typeof numbers)[number];

/** The rules as the form holds them. */
export type RulesValues = Record<NumberName, string> & { needsAsked: string[]; hasWaitingList: boolean };

interface Rules extends Record<NumberName, number | null> {
  readonly needsAsked: readonly string[];
  readonly hasWaitingList: boolean;
}

/** Rules as a form shows them. */
export function rulesValues(rules: Rules): RulesValues {
  const shown = Object.fromEntries(numbers.map((name) => [name, String(rules[name] ?? '')]));
  return {
    ...(shown as Record<NumberName, string>),
    needsAsked: [...rules.needsAsked],
    hasWaitingList: rules.hasWaitingList,
  };
}

const isNeed = (value: string): value is Need => value in needWords;

/** The form as it was sent, what is wrong with it, and what the API takes. */
export function readRulesForm(form: FormData) {
  for (const name of numbers) form.set(name, toLatinDigits(text(form, name)));
  const read = Object.fromEntries(numbers.map((name) => [name, wholeNumber(form, name)])) as Record<
    NumberName,
    number | null
  >;
  const values: RulesValues = {
    ...(Object.fromEntries(numbers.map((name) => [name, text(form, name)])) as Record<NumberName, string>),
    needsAsked: texts(form, 'needsAsked'),
    hasWaitingList: isTicked(form, 'hasWaitingList'),
  };
  const wrong = numbers.filter((name) => Number.isNaN(read[name]));
  return {
    values,
    errors: Object.fromEntries(wrong.map((name) => [name, ui_check_answer()])),
    input: {
      opensDaysBefore: read.opensDaysBefore,
      closesHoursBefore: read.closesHoursBefore ?? 0,
      minimumPeople: read.minimumPeople,
      largestParty: read.largestParty ?? 10,
      heldPlaces: read.heldPlaces ?? 0,
      needsAsked: values.needsAsked.filter(isNeed),
      hasWaitingList: values.hasWaitingList,
    },
  };
}

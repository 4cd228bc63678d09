import type { VariablesOf } from '#lib/api/graphql.ts';
import { domain_reason_value_malformed, ui_answer_missing } from '#lib/paraglide/messages.js';
import type { CreateOffering } from './desk-offering-save.queries.ts';
import { centsOf, languagesOf } from './desk-offering-sums.ts';
import { timeErrors } from './desk-offering-times.ts';
import { factNames, isBlank, type FactName, type OfferingValues } from './desk-offering-values.ts';
import { audienceWords, finnishLevelWords, kindWords } from './offering-words.ts';

type CreateInput = VariablesOf<typeof CreateOffering>['input'];
export type OfferingInput = Omit<CreateInput, 'organisationId' | 'schedules' | 'idempotencyKey' | 'publish'>;

/** What is not a word of the list counts as the first one: a form's own control cannot send it. */
function wordOf<Word extends string>(value: string, words: Record<Word, unknown>, fallback: Word): Word {
  return Object.hasOwn(words, value) ? (value as Word) : fallback;
}

const number = (value: string): number | null => (value === '' ? null : Number(value));

/** The form as the API takes it, but its times. */
export function inputOf(values: OfferingValues): OfferingInput {
  const facts = Object.fromEntries(factNames.map((name) => [name, values.facts.includes(name)]));
  return {
    ...(facts as Record<FactName, boolean>),
    kind: wordOf(values.kind, kindWords, 'EVENT'),
    sourceLanguage: values.texts[0]?.language ?? 'fi',
    translations: values.texts.filter((written, index) => index === 0 || !isBlank(written)),
    spokenLanguages: languagesOf(values),
    finnishLevel: wordOf(values.finnishLevel, finnishLevelWords, 'NONE'),
    audience: wordOf(values.audience, audienceWords, 'EVERYONE'),
    ageMinimum: number(values.ageMinimum),
    ageMaximum: number(values.ageMaximum),
    priceEuroCents: centsOf(values.priceEuros),
    priceNote: values.priceNote || null,
    capacity: number(values.capacity),
    takesSignUps: values.takesSignUps,
    takesReferrals: values.takesReferrals,
    isSensitive: values.isSensitive,
    contactName: values.contactName || null,
    contactEmail: values.contactEmail || null,
    contactPhone: values.contactPhone || null,
    themeIds: values.themeIds,
    placeId: values.placeId || null,
    onlineUrl: values.onlineUrl || null,
  };
}

/** What the page itself can tell before the API is asked, by control. */
export function offeringErrors(values: OfferingValues): Record<string, string> {
  const errors = values.changeTimes ? timeErrors(values) : {};
  values.texts.forEach((written, index) => {
    if (index > 0 && isBlank(written)) return;
    if (written.title === '') errors[`title-${index}`] = ui_answer_missing();
    if (written.language === '') errors[`language-${index}`] = ui_answer_missing();
  });
  if (languagesOf(values).length === 0) errors['spokenLanguages'] = ui_answer_missing();
  for (const name of ['capacity', 'ageMinimum', 'ageMaximum'] as const)
    if (!/^\d{0,6}$/.test(values[name])) errors[name] = domain_reason_value_malformed();
  if (!/^\d{0,5}([.,]\d{1,2})?$/.test(values.priceEuros))
    errors['priceEuros'] = domain_reason_value_malformed();
  if (values.newPlaceName === '' && values.newPlaceStreet !== '')
    errors['newPlaceName'] = ui_answer_missing();
  if (values.newPlaceName !== '' && values.newPlaceStreet === '')
    errors['newPlaceStreet'] = ui_answer_missing();
  return errors;
}

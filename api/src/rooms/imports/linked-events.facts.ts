import { canonicalLanguageTag } from '../../platform/text/language-tag.ts';
import { type EventProblems, quoted } from './event.problems.ts';
import { type ImportedEvent, IMPORT_TEXT_LIMITS } from './import-source.ts';
import { fieldOf, isAbsent, isObject, type JsonObject, listOf } from './json-value.ts';
import { lastStepOf } from './linked-events.references.ts';
import { localTexts, preferredText } from './linked-events.texts.ts';

const STATUSES: ReadonlyMap<unknown, ImportedEvent['status']> = new Map([
  ['EventCancelled', 'CANCELLED'],
  ['EventPostponed', 'POSTPONED'],
  ['EventRescheduled', 'RESCHEDULED'],
]);
const MAXIMUM_LANGUAGES = 30;
const MAXIMUM_URL_LENGTH = 2_000;
const MAXIMUM_AGE = 120;
const MAXIMUM_CAPACITY = 100_000;

export function readStatus(event: JsonObject): ImportedEvent['status'] {
  return STATUSES.get(fieldOf(event, 'event_status')) ?? 'SCHEDULED';
}

/** Canonical tags of `in_language`, sorted, each once. */
export function readSpokenLanguages(event: JsonObject, problems: EventProblems): string[] {
  const tags = new Set<string>();
  for (const language of listOf(event, 'in_language').slice(0, MAXIMUM_LANGUAGES)) {
    const name = isObject(language) ? lastStepOf(language) : language;
    const tag = typeof name === 'string' ? canonicalLanguageTag(name) : null;
    if (tag !== null) tags.add(tag);
    else problems.note('in_language', 'LANGUAGE_TAG_INVALID', `${quoted(name)} is no language; left out.`);
  }
  return [...tags].sort();
}

export function readAges(
  event: JsonObject,
  problems: EventProblems,
): Pick<ImportedEvent, 'minimumAge' | 'maximumAge'> {
  const minimumAge = wholeNumber(event, 'audience_min_age', MAXIMUM_AGE, 'AGE_INVALID', problems);
  const maximumAge = wholeNumber(event, 'audience_max_age', MAXIMUM_AGE, 'AGE_INVALID', problems);
  if (minimumAge === null || maximumAge === null || minimumAge <= maximumAge)
    return { minimumAge, maximumAge };
  problems.note('audience_max_age', 'AGE_INVALID', 'The highest age is below the lowest; both are left out.');
  return { minimumAge: null, maximumAge: null };
}

export function readCapacity(event: JsonObject, problems: EventProblems): number | null {
  return wholeNumber(event, 'maximum_attendee_capacity', MAXIMUM_CAPACITY, 'CAPACITY_INVALID', problems);
}

function wholeNumber(
  event: JsonObject,
  field: string,
  high: number,
  reason: 'AGE_INVALID' | 'CAPACITY_INVALID',
  problems: EventProblems,
): number | null {
  const value = fieldOf(event, field);
  if (isAbsent(value)) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= high) return value;
  problems.note(field, reason, `${field} must be a whole number from 0 to ${high}; left out.`);
  return null;
}

/** A web address by language or bare; only http and https, so that no script hides in a link. */
export function readUrl(
  event: JsonObject,
  field: string,
  language: string,
  problems: EventProblems,
): string | null {
  const text = preferredText(addressesOf(fieldOf(event, field), language), language);
  if (text === null) return null;
  if (text.length <= MAXIMUM_URL_LENGTH && URL.canParse(text)) {
    const url = new URL(text);
    if (['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '')
      return url.href;
  }
  problems.note(field, 'URL_INVALID', `${field} ${quoted(text)} is no web address; left out.`);
  return null;
}

function addressesOf(value: unknown, language: string): Map<string, string> {
  const entries: [string, unknown][] = isObject(value) ? Object.entries(value) : [[language, value]];
  const texts = new Map<string, string>();
  for (const [tag, text] of entries) {
    if (typeof text === 'string' && text.trim() !== '') texts.set(tag, text.trim());
  }
  return texts;
}

export function readOrganiserName(
  event: JsonObject,
  language: string,
  problems: EventProblems,
): string | null {
  return preferredText(localTexts(event, 'provider', IMPORT_TEXT_LIMITS.line, problems), language);
}

import { htmlToText } from '../../platform/text/html-text.ts';
import { canonicalLanguageTag } from '../../platform/text/language-tag.ts';
import { type EventProblems, quoted } from './event.problems.ts';
import { type ImportedTranslation, IMPORT_TEXT_LIMITS, type LocalText } from './import-source.ts';
import { fieldOf, isAbsent, isObject, type JsonObject } from './json-value.ts';

/** Languages of one field that are worth reading. */
const MAXIMUM_LANGUAGES = 50;
const LINE_FIELDS = new Set([
  'name',
  'provider',
  'location_extra_info',
  'street_address',
  'address_locality',
]);

/** Which language a text was most likely written in, when the source does not say. */
const SOURCE_LANGUAGES = ['fi', 'sv', 'en'];

/**
 * The texts of a field such as `name: { fi, sv, en }` by canonical tag, plain, cut to `limit`. Blank ones are left
 * out. A plain string counts as Finnish: older interfaces have such fields.
 */
export function localTexts(
  object: JsonObject,
  field: string,
  limit: number,
  problems: EventProblems,
): Map<string, string> {
  const texts = new Map<string, string>();
  const value = fieldOf(object, field);
  if (isAbsent(value)) return texts;
  if (!isObject(value) && typeof value !== 'string') {
    problems.note(field, 'WRONG_TYPE', `${field} must hold texts by language; left out.`);
    return texts;
  }
  const entries: [string, unknown][] = isObject(value) ? Object.entries(value) : [['fi', value]];
  for (const [tag, text] of entries.slice(0, MAXIMUM_LANGUAGES)) {
    if (isAbsent(text)) continue;
    const language = canonicalLanguageTag(tag);
    if (language === null) {
      problems.note(
        field,
        'LANGUAGE_TAG_INVALID',
        `${field} has a text in ${quoted(tag)}, which is no language; left out.`,
      );
    } else if (typeof text !== 'string') {
      problems.note(field, 'WRONG_TYPE', `${field} in ${language} is no text; left out.`);
    } else {
      const plain = cut(plainText(text, field), limit, field, language, problems);
      if (plain !== '') texts.set(language, plain);
    }
  }
  return texts;
}

export function localTextList(texts: Map<string, string>): LocalText[] {
  return [...texts].map(([language, text]) => ({ language, text })).sort(byLanguage);
}

/** The text in the language asked for, else in the likeliest other. */
export function preferredText(texts: Map<string, string>, language: string): string | null {
  const order = [language, ...SOURCE_LANGUAGES, ...[...texts.keys()].sort()];
  return order.map((tag) => texts.get(tag)).find((text) => text !== undefined) ?? null;
}

/** The texts of an event; empty when no language has a name. */
export function readTranslations(event: JsonObject, problems: EventProblems): ImportedTranslation[] {
  const titles = localTexts(event, 'name', IMPORT_TEXT_LIMITS.title, problems);
  const summaries = localTexts(event, 'short_description', IMPORT_TEXT_LIMITS.summary, problems);
  const descriptions = localTexts(event, 'description', IMPORT_TEXT_LIMITS.description, problems);
  for (const language of new Set([...summaries.keys(), ...descriptions.keys()])) {
    if (titles.size > 0 && !titles.has(language)) {
      problems.note('name', 'TRANSLATION_WITHOUT_TITLE', `The text in ${language} has no name; left out.`);
    }
  }
  const sourceLanguage = SOURCE_LANGUAGES.find((tag) => titles.has(tag)) ?? [...titles.keys()].sort()[0];
  const translations = localTextList(titles).map(({ language, text }) => ({
    language,
    title: text,
    summary: summaries.get(language) ?? null,
    description: descriptions.get(language) ?? null,
    isCopyOfSource: false,
  }));
  const source = translations.find(({ language }) => language === sourceLanguage);
  if (source === undefined) return [];
  const others = translations.filter((translation) => translation !== source);
  return [source, ...others.map((translation) => flagCopy(source, translation, problems))];
}

function flagCopy(
  source: ImportedTranslation,
  other: ImportedTranslation,
  problems: EventProblems,
): ImportedTranslation {
  const isCopyOfSource =
    isSame(source.title, other.title) &&
    (other.summary === null || isSame(source.summary, other.summary)) &&
    (other.description === null || isSame(source.description, other.description));
  if (isCopyOfSource) {
    const message = `The text in ${other.language} is a copy of the one in ${source.language}; marked as no translation.`;
    problems.note('name', 'TRANSLATION_IS_COPY', message);
  }
  return { ...other, isCopyOfSource };
}

/** Equal but for case and white space. */
function isSame(a: string | null, b: string): boolean {
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').toLowerCase();
  return a !== null && plain(a) === plain(b);
}

function plainText(html: string, field: string): string {
  const text = htmlToText(html);
  return LINE_FIELDS.has(field) ? text.replaceAll(/\s+/g, ' ') : text;
}

/** Cuts by characters, never inside a surrogate pair. */
function cut(text: string, limit: number, field: string, language: string, problems: EventProblems): string {
  if (text.length <= limit) return text;
  const characters = [...text.slice(0, limit * 2 + 2)];
  if (characters.length <= limit) return text;
  problems.note(field, 'TEXT_TOO_LONG', `${field} in ${language} is longer than ${limit} characters; cut.`);
  return `${characters
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
}

function byLanguage(a: LocalText, b: LocalText): number {
  return a.language < b.language ? -1 : 1;
}

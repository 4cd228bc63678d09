import { HubError } from '../../platform/errors/hub-error.ts';
import type { OfferingTranslationInput } from './offering.inputs.ts';
import type { Problems } from './offering.problems.ts';
import type { TranslationRow } from './offering.row.ts';
import type { TranslationState } from './offering.words.ts';

export type CheckedText = Pick<TranslationRow, 'language' | 'title' | 'summary' | 'description'>;
export type StoredText = Omit<TranslationRow, 'offeringId'>;

const MOST_LANGUAGES = 30;

/** Texts as they are stored, one per language. */
export const checkTexts = (
  inputs: readonly OfferingTranslationInput[],
  problems: Problems,
): CheckedText[] => {
  const seen = new Set<string>();
  return problems.atMost('translations', inputs, MOST_LANGUAGES).map((input, index) => {
    const path = `translations[${index}]`;
    const language = problems.languageTag(`${path}.language`, input.language);
    if (seen.has(language))
      problems.add(`${path}.language`, 'DUPLICATE_LANGUAGE', 'Write one text per language.');
    seen.add(language);
    const summary = problems.optionalText(`${path}.summary`, input.summary, {
      maxLength: 200,
      multiline: true,
    });
    const description = problems.optionalText(`${path}.description`, input.description, {
      maxLength: 5_000,
      multiline: true,
    });
    return {
      language,
      title: problems.text(`${path}.title`, input.title, { maxLength: 120, multiline: false }),
      summary: summary ?? '',
      description: description ?? '',
    };
  });
};

/** Letters and digits alone: what is left when spelling of marks, blanks and case does not count. */
const substanceOf = ({ title, summary, description }: CheckedText): string =>
  [title, summary, description]
    .map((text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('\n');

const isSameText = (one: CheckedText, other: CheckedText): boolean =>
  one.title === other.title && one.summary === other.summary && one.description === other.description;

const repeats = (text: CheckedText, source: CheckedText): boolean =>
  text.language !== source.language && text.title === source.title && text.description === source.description;

/**
 * What becomes of the texts: copies of the source are flagged; a translation that stayed while its source changed
 * in substance is OUTDATED, minor edits don't outdate (DOMAIN.md §6).
 */
export const textsToStore = (
  texts: readonly CheckedText[],
  sourceLanguage: string,
  before: readonly StoredText[] = [],
): StoredText[] => {
  const source = texts.find(({ language }) => language === sourceLanguage);
  if (!source)
    throw new HubError('INVALID_INPUT', 'SOURCE_TEXT_MISSING', 'Write the text in the source language too.');
  const formerSource = before.find(({ language }) => language === sourceLanguage);
  const sourceChanged = formerSource !== undefined && substanceOf(formerSource) !== substanceOf(source);
  const stateOf = (text: CheckedText): TranslationState => {
    const former = before.find(({ language }) => language === text.language);
    if (text.language === sourceLanguage || !former || !isSameText(former, text)) return 'CURRENT';
    return sourceChanged ? 'OUTDATED' : former.state;
  };
  return texts.map((text) => ({ ...text, state: stateOf(text), isCopyOfSource: repeats(text, source) }));
};

/** A text without case and accents, by which titles are found; the query goes through it too. */
export const searchKeyOf = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** 'ar-EG' as 'ar': a language without region and script. */
export const languageKeyOf = (tag: string): string => tag.split('-')[0] ?? tag;

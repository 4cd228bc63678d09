import { HubError } from '../../platform/errors/hub-error.ts';
import type { OfferingTranslationInput } from './offering.inputs.ts';
import type { Problems } from './offering.problems.ts';
import { settleTexts, sourcesOf, type CheckedText, type StoredText } from './translation.rules.ts';

const MOST_LANGUAGES = 30;

/** One text as it is stored; `path` names it in the input. */
export const checkText = (input: OfferingTranslationInput, path: string, problems: Problems): CheckedText => {
  const { isDraft, isMinorEdit, isChecked, sourceLanguage } = input;
  const language = problems.languageTag(`${path}.language`, input.language);
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
    sourceLanguage:
      sourceLanguage == null
        ? sourceLanguage
        : problems.languageTag(`${path}.sourceLanguage`, sourceLanguage),
    isDraft: isDraft ?? undefined,
    isMinorEdit: isMinorEdit ?? undefined,
    isChecked: isChecked ?? undefined,
  };
};

/** Texts as they are stored, one per language. */
export const checkTexts = (
  inputs: readonly OfferingTranslationInput[],
  problems: Problems,
): CheckedText[] => {
  const seen = new Set<string>();
  return problems.atMost('translations', inputs, MOST_LANGUAGES).map((input, index) => {
    const path = `translations[${index}]`;
    const text = checkText(input, path, problems);
    if (seen.has(text.language))
      problems.add(`${path}.language`, 'DUPLICATE_LANGUAGE', 'Write one text per language.');
    seen.add(text.language);
    return text;
  });
};

/**
 * What becomes of the texts. Errors: INVALID_INPUT SOURCE_TEXT_MISSING; SOURCE_CIRCULAR where a text would be a
 * translation of its own translation.
 */
export const textsToStore = (
  texts: readonly CheckedText[],
  sourceLanguage: string,
  before: readonly StoredText[] = [],
): StoredText[] => {
  if (!texts.some(({ language }) => language === sourceLanguage))
    throw new HubError('INVALID_INPUT', 'SOURCE_TEXT_MISSING', 'Write the text in the source language too.');
  const sources = sourcesOf(texts, sourceLanguage, before);
  if (!sources)
    throw new HubError(
      'INVALID_INPUT',
      'SOURCE_CIRCULAR',
      'Two texts are translations of each other. Choose another text as the source of one.',
    );
  return settleTexts(texts, sourceLanguage, sources, before);
};

/** A text without case and accents, by which titles are found; the query goes through it too. */
export const searchKeyOf = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** 'ar-EG' as 'ar': a language without region and script. */
export const languageKeyOf = (tag: string): string => tag.split('-')[0] ?? tag;

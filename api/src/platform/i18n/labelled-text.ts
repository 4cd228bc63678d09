import { localize, type Translated } from './localized-text.ts';

const nameOf = (language: string, readerTag: string): string => {
  try {
    return new Intl.DisplayNames([readerTag, 'en'], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
};

/**
 * The best text for a reader of a mail or feed; one in another language than theirs says in which: a fallback is
 * visible, never silent (DOMAIN.md §6). Undefined where there is no text.
 */
export const labelledText = (texts: readonly Translated[], languageTag: string): string | undefined => {
  const found = localize(texts, [languageTag]);
  if (!found) return undefined;
  return found.isFallback ? `${nameOf(found.language, languageTag)}: ${found.value}` : found.value;
};

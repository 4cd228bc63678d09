/** A text of one language. */
export interface Translated {
  readonly language: string;
  readonly value: string;
}

/** What a reader gets: the text, its language, and whether it is another one than asked for. */
export interface LocalizedText extends Translated {
  readonly isFallback: boolean;
}

/** 'fi-x-selko' → 'fi-x-selko', 'fi'; 'ar-EG' → 'ar-EG', 'ar'. */
const chain = (tag: string): string[] => {
  const [base] = tag.split('-');
  return base && base !== tag ? [tag, base] : [tag];
};

/**
 * The best text for a reader: the first asked language there is, else English, else Finnish, else any.
 * A fallback is visible, never silent (DOMAIN.md §6).
 */
export const localize = (
  texts: readonly Translated[],
  languages: readonly string[],
): LocalizedText | null => {
  const wanted = languages.flatMap(chain);
  const asked = wanted.map((tag) => texts.find((text) => text.language === tag)).find(Boolean);
  if (asked) return { language: asked.language, value: asked.value, isFallback: false };
  const spare =
    texts.find(({ language }) => language === 'en') ??
    texts.find(({ language }) => language === 'fi') ??
    texts[0];
  return spare ? { language: spare.language, value: spare.value, isFallback: languages.length > 0 } : null;
};

/** Labels kept as `{ fi: '…', en: '…' }`. */
export const fromLabels = (labels: Readonly<Record<string, string>>): Translated[] =>
  Object.entries(labels).map(([language, value]) => ({ language, value }));

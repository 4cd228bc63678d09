/** The languages of the portal, in the order in which a picker shows them. */
export const languages = [
  { tag: 'fi', ownName: 'Suomi', direction: 'ltr' },
  { tag: 'sv', ownName: 'Svenska', direction: 'ltr' },
  { tag: 'en', ownName: 'English', direction: 'ltr' },
  { tag: 'ru', ownName: 'Русский', direction: 'ltr' },
  { tag: 'uk', ownName: 'Українська', direction: 'ltr' },
  { tag: 'ar', ownName: 'العربية', direction: 'rtl' },
  { tag: 'fa', ownName: 'فارسی', direction: 'rtl' },
  { tag: 'so', ownName: 'Soomaali', direction: 'ltr' },
] as const;

/** One of the eight languages the portal itself speaks. Texts of users may be in any other. */
export type Language = (typeof languages)[number]['tag'];
export type Direction = 'ltr' | 'rtl';

/** What is shown when a visitor's languages are all unknown: Finnish is the region's language. */
export const fallbackLanguage: Language = 'fi';

/** The cookie that remembers the language a visitor last read the portal in. */
export const languageCookie = 'language';

export function isLanguage(value: string | undefined): value is Language {
  return languages.some((language) => language.tag === value);
}

export function ownNameOf(language: Language): string {
  return languages.find((candidate) => candidate.tag === language)?.ownName ?? language;
}

const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);

/**
 * The direction of any BCP 47 tag, by its likely script: `ckb` and `ur` are right to left, `ku` is not.
 * An unreadable tag counts as left to right.
 */
export function directionOf(tag: string): Direction {
  try {
    const script = new Intl.Locale(tag).maximize().script;
    return script && rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

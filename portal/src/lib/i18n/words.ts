import { currentLanguage } from './locale.ts';
import type { Language } from './languages.ts';
import { somaliLanguageNames } from './somali.ts';

/** Somali has no data in Chromium's `Intl`; English numbers are what its readers use. */
const localeOf = (language: Language): string =>
  language === 'en' || language === 'so' ? 'en-GB' : language;

export function formatNumber(value: number, language: Language = currentLanguage()): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}

/** Euros from cents; whole euros without their ",00". */
export function formatEuros(cents: number, language: Language = currentLanguage()): string {
  return new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency: 'EUR',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);
}

/** "Arabic, Finnish and English". */
export function formatList(items: readonly string[], language: Language = currentLanguage()): string {
  if (language === 'so') {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} iyo ${last}`;
  }
  return new Intl.ListFormat(localeOf(language)).format(items);
}

/** The name of any BCP 47 language in the reader's language; the tag itself where nobody knows a name. */
export function languageName(tag: string, language: Language = currentLanguage()): string {
  const somali = language === 'so' ? somaliLanguageNames[tag.split('-')[0] ?? tag] : undefined;
  if (somali) return somali;
  try {
    return new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The letters that the fonts of `ui/styles/fonts.css` hold. */
const ownLetters =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]+$/u;
/** Latin letters that those fonts lack: Vietnamese. */
const lackingLetters = /[\u1ea0-\u1ef1]/;

/**
 * A language's own name as it may be shown. Where a reader's device may have no font for its script (Ethiopic, Thai …)
 * boxes would stand there, so the reader's name for it stands beside: "አማርኛ (Amharic)".
 */
export function legibleName(tag: string, name: string, language: Language = currentLanguage()): string {
  const isLegible = ownLetters.test(name) && !lackingLetters.test(name.normalize('NFC'));
  return isLegible ? name : `${name} (${languageName(tag, language)})`;
}

/** The name of a language in itself, as its speakers look for it: "العربية"; see `legibleName`. */
export function ownLanguageName(tag: string): string {
  if (tag === 'so') return 'Soomaali';
  try {
    return legibleName(tag, new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag);
  } catch {
    return tag;
  }
}

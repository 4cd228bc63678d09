export type LanguageTagReading =
  { ok: true; value: string } | { ok: false; reason: 'LANGUAGE_TAG_INVALID'; message: string };

export type TextDirection = 'ltr' | 'rtl';

/** RFC 5646 §4.4.1 asks for 35 characters. */
const MAXIMUM_LENGTH = 35;

/** Scripts written from right to left: those whose letters have the Unicode property Bidi_Class R or AL. */
const RIGHT_TO_LEFT_SCRIPTS = new Set(
  (
    'Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo ' +
    'Orkh Ougr Palm Phli Phlp Phlv Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Syre Syrj Syrn Thaa Todr Yezi'
  ).split(' '),
);

/**
 * Reads a BCP-47 tag and writes it in canonical form (`FI-fi` → `fi-FI`, `iw` → `he`).
 * Refuses: LANGUAGE_TAG_INVALID, also for names of languages (`suomi`): no registered language has more than
 * three letters.
 */
export function parseLanguageTag(text: string): LanguageTagReading {
  const canonical = canonicalLanguageTag(text);
  if (canonical !== null) return { ok: true, value: canonical };
  const message = 'Write the language as a BCP-47 tag: fi, en, ar, zh-Hant.';
  return { ok: false, reason: 'LANGUAGE_TAG_INVALID', message };
}

/** The canonical form of a tag; null when it is none. */
export function canonicalLanguageTag(text: string): string | null {
  if (text.length > MAXIMUM_LENGTH || !/^[A-Za-z]{2,3}(-|$)/.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** True for a well-formed tag in its canonical form. */
export function isCanonicalLanguageTag(text: string): boolean {
  return canonicalLanguageTag(text) === text;
}

/** Direction of text in a language: its script decides, named (`az-Arab`) or likely (`ckb`). Unknown: ltr. */
export function directionOf(tag: string): TextDirection {
  const canonical = canonicalLanguageTag(tag);
  if (canonical === null) return 'ltr';
  const { script } = new Intl.Locale(canonical).maximize();
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr';
}

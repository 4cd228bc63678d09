import texts202611Link from './consent-texts/2026-11-link.json' with { type: 'json' };
import texts202612Link from './consent-texts/2026-12-link.json' with { type: 'json' };
import texts202612 from './consent-texts/2026-12.json' with { type: 'json' };
import texts202611 from './consent-texts/2026-11.json' with { type: 'json' };

/** A version of the text that clients consent to, in one language. */
export interface ConsentText {
  readonly version: string;
  readonly languageTag: string;
  readonly text: string;
}

/** All versions that were ever in use: a consent names its own for as long as it is kept. */
const versions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2026-11': texts202611,
  '2026-11-link': texts202611Link,
  // Names the further details apart, which are told one by one.
  '2026-12': texts202612,
  '2026-12-link': texts202612Link,
};

export const currentTextVersion = '2026-12';
/** What a client reads alone, on the page of a link. */
export const currentLinkTextVersion = '2026-12-link';

export const isTextVersion = (version: string): boolean => Object.hasOwn(versions, version);

/** A version's text in a language, else in Finnish. */
export const consentTextIn = (languageTag: string, version = currentTextVersion): ConsentText => {
  const texts = versions[version] ?? {};
  const [base = 'fi'] = languageTag.split('-');
  const found = [languageTag, base, 'fi'].find((tag) => Object.hasOwn(texts, tag)) ?? 'fi';
  return { version, languageTag: found, text: texts[found] ?? '' };
};

import { describe, expect, it } from 'vitest';
import { consentTextIn, currentTextVersion } from './consent.texts.ts';

describe('the consent text', () => {
  it.each(['fi', 'sv', 'en', 'ru', 'uk', 'ar', 'fa', 'so'])('stands in %s', (languageTag) => {
    const text = consentTextIn(languageTag);
    expect(text).toMatchObject({ version: currentTextVersion, languageTag });
    expect(text.text.split('\n\n')).toHaveLength(7);
  });

  it('comes in the base language, else in Finnish, and says so', () => {
    expect(consentTextIn('ar-EG').languageTag).toBe('ar');
    expect(consentTextIn('ti').languageTag).toBe('fi');
    expect(consentTextIn('constructor').languageTag).toBe('fi');
  });
});

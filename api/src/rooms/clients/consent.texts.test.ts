import { describe, expect, it } from 'vitest';
import { consentTextIn, currentTextVersion } from './consent.texts.ts';

describe('the consent text', () => {
  it.each(['fi', 'sv', 'en', 'ru', 'uk', 'ar', 'fa', 'so'])('stands in %s', (languageTag) => {
    const text = consentTextIn(languageTag);
    expect(text).toMatchObject({ version: currentTextVersion, languageTag });
    expect(text.text.split('\n\n')).toHaveLength(8);
  });

  it('of an older version stays as it was, for the consents that name it', () => {
    expect(consentTextIn('en', '2026-11').text.split('\n\n')).toHaveLength(7);
    expect(consentTextIn('en', '2026-11-link').text).not.toContain('family name');
    expect(consentTextIn('en', '2026-12-link').text).toContain('family name');
  });

  it('comes in the base language, else in Finnish, and says so', () => {
    expect(consentTextIn('ar-EG').languageTag).toBe('ar');
    expect(consentTextIn('ti').languageTag).toBe('fi');
    expect(consentTextIn('constructor').languageTag).toBe('fi');
  });
});

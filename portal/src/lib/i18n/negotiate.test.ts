import { describe, expect, it } from 'vitest';
import { inLanguage, negotiateLanguage, splitPath } from './negotiate.ts';

describe('the language of a visitor', () => {
  it('is the one remembered, whatever the browser says', () => {
    expect(negotiateLanguage('so', 'fi')).toBe('so');
  });

  it('is the browser’s most wanted of those the portal speaks', () => {
    expect(negotiateLanguage(undefined, 'de-DE,de;q=0.9,uk;q=0.5,en;q=0.8')).toBe('en');
    expect(negotiateLanguage(undefined, 'fi;q=0.1, ar-IQ')).toBe('ar');
    expect(negotiateLanguage(undefined, 'en;q=0, ru;q=0.2')).toBe('ru');
  });

  it('is a near one where the portal does not speak theirs', () => {
    expect(negotiateLanguage(undefined, 'nb-NO')).toBe('sv');
    expect(negotiateLanguage(undefined, 'prs, en;q=0.5')).toBe('fa');
  });

  it.each([undefined, 'xx', ''])('is Finnish where nothing fits (remembered: %s)', (remembered) => {
    expect(negotiateLanguage(remembered, 'de, *;q=0.5')).toBe('fi');
    expect(negotiateLanguage(remembered, null)).toBe('fi');
    expect(negotiateLanguage(remembered, ';;;q=x,,')).toBe('fi');
  });
});

describe('an address', () => {
  it('begins with its language', () => {
    expect(splitPath('/ar/offerings/7')).toEqual({ language: 'ar', rest: '/offerings/7' });
    expect(splitPath('/ar')).toEqual({ language: 'ar', rest: '/' });
    expect(splitPath('/offerings')).toEqual({ language: undefined, rest: '/offerings' });
    expect(splitPath('/arabic')).toEqual({ language: undefined, rest: '/arabic' });
  });

  it('has a sister in every other language', () => {
    expect(inLanguage('/fi/offerings/7', 'ar')).toBe('/ar/offerings/7');
    expect(inLanguage('/fi', 'so')).toBe('/so');
    expect(inLanguage('/', 'en')).toBe('/en');
  });
});

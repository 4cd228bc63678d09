import { describe, expect, it } from 'vitest';
import { directionOf } from './languages.ts';
import {
  formatEuros,
  formatList,
  formatNumber,
  languageName,
  legibleName,
  ownLanguageName,
} from './words.ts';

describe('numbers', () => {
  it('are written as the reader writes them', () => {
    expect(formatNumber(1234, 'en')).toBe('1,234');
    expect(formatNumber(1234, 'fi')).toMatch(/^1\s234$/);
    expect(formatNumber(1234, 'fa')).toBe('۱٬۲۳۴');
  });

  it('of money are euros with their sign, whole ones without cents', () => {
    expect(formatEuros(500, 'en')).toBe('€5');
    expect(formatEuros(550, 'fi')).toMatch(/^5,50\s€$/);
    expect(formatEuros(550, 'uk')).toContain('€');
  });
});

describe('names of languages', () => {
  it('are in the reader’s language, also for readers of Somali', () => {
    expect(languageName('ar', 'fi')).toBe('arabia');
    expect(languageName('ar', 'so')).toBe('Carabi');
    expect(languageName('fi', 'ar')).toBe('الفنلندية');
  });

  it('in themselves are what their speakers look for', () => {
    expect(ownLanguageName('so')).toBe('Soomaali');
    expect(ownLanguageName('ar')).toBe('العربية');
  });

  it('stand beside the reader’s word for them where no font of ours has their letters', () => {
    expect(legibleName('am', 'አማርኛ', 'en')).toBe('አማርኛ (Amharic)');
    expect(legibleName('ti', 'ትግርኛ', 'fi')).toBe('ትግርኛ (tigrinja)');
    expect(legibleName('vi', 'Tiếng Việt', 'en')).toBe('Tiếng Việt (Vietnamese)');
    for (const name of ['suomi', 'русский', 'کوردی', 'Kurdî'])
      expect(legibleName('und', name, 'en')).toBe(name);
  });

  it('that nobody knows are the tag itself', () => {
    expect(languageName('not a tag', 'fi')).toBe('not a tag');
  });

  it('form a list with the reader’s "and"', () => {
    expect(formatList(['arabia', 'suomi'], 'fi')).toBe('arabia ja suomi');
    expect(formatList(['a', 'b', 'c'], 'so')).toBe('a, b iyo c');
    expect(formatList(['a'], 'so')).toBe('a');
    expect(formatList([], 'so')).toBe('');
  });
});

describe('the direction of a text', () => {
  it.each([
    ['ar', 'rtl'],
    ['fa', 'rtl'],
    ['ckb', 'rtl'],
    ['ur', 'rtl'],
    ['ps', 'rtl'],
    ['he', 'rtl'],
    ['ku', 'ltr'],
    ['so', 'ltr'],
    ['az-Arab', 'rtl'],
    ['not a tag', 'ltr'],
  ])('of %s is %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });
});

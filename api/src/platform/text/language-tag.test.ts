import { describe, expect, it } from 'vitest';
import { directionOf, isCanonicalLanguageTag, parseLanguageTag } from './language-tag.ts';

describe('a language tag', () => {
  it.each([
    ['fi', 'fi'],
    ['FI', 'fi'],
    ['fi-fi', 'fi-FI'],
    ['ZH-hant', 'zh-Hant'],
    ['iw', 'he'],
    ['ckb', 'ckb'],
    ['sr-latn-rs', 'sr-Latn-RS'],
    ['ku-Arab', 'ku-Arab'],
    ['de-1996', 'de-1996'],
  ])('%s is written %s', (text, value) => {
    expect(parseLanguageTag(text)).toEqual({ ok: true, value });
    expect(isCanonicalLanguageTag(value)).toBe(true);
  });

  it.each([
    '',
    'f',
    'suomi',
    'english',
    'fi_FI',
    'fi-',
    '-fi',
    'fi fi',
    'fi-FI-',
    'x-kela',
    'فا',
    'fi\n',
    '__proto__',
    'a'.repeat(1_000),
    'en-a-a-a-a',
  ])('%j is none', (text) => {
    expect(parseLanguageTag(text)).toMatchObject({ ok: false, reason: 'LANGUAGE_TAG_INVALID' });
  });

  it('is not canonical in other letters', () => {
    expect(isCanonicalLanguageTag('fi-fi')).toBe(false);
  });
});

describe('the direction of a language', () => {
  it.each([
    'ar',
    'fa',
    'ckb',
    'ur',
    'he',
    'yi',
    'ps',
    'dv',
    'ug',
    'sd',
    'ku-Arab',
    'az-Arab',
    'pa-Arab',
    'ar-FI',
    'ff-Adlm',
  ])('%s runs from right to left', (tag) => {
    expect(directionOf(tag)).toBe('rtl');
  });

  it.each(['fi', 'so', 'ru', 'uk', 'ku', 'az', 'tr', 'ti', 'zh-Hant', 'ar-Latn', 'xx', 'not a tag'])(
    '%s runs from left to right',
    (tag) => {
      expect(directionOf(tag)).toBe('ltr');
    },
  );

  it('agrees with the data of the engine for every language it can name', () => {
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const tags = letters.flatMap((first) =>
      letters.flatMap((second) => [first + second, ...letters.map((third) => first + second + third)]),
    );
    const known = tags.filter((tag) => names.of(tag) !== undefined && isCanonicalLanguageTag(tag));
    const differing = known.filter(
      (tag) => new Intl.Locale(tag).getTextInfo().direction !== directionOf(tag),
    );
    expect(known.length).toBeGreaterThan(400);
    expect(differing).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { isTicked, optionalText, safeNext, text, texts, wholeNumber } from './forms.ts';

function formOf(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe('a form', () => {
  const form = formOf([
    ['title', '  Kahvila  '],
    ['empty', '   '],
    ['languages', 'fi'],
    ['languages', 'ar'],
    ['size', '3'],
    ['bad', '3,5'],
    ['childCare', 'true'],
  ]);

  it('gives its texts trimmed, absent ones as empty or null', () => {
    expect(text(form, 'title')).toBe('Kahvila');
    expect(text(form, 'missing')).toBe('');
    expect(optionalText(form, 'empty')).toBeNull();
    expect(texts(form, 'languages')).toEqual(['fi', 'ar']);
    expect(isTicked(form, 'childCare')).toBe(true);
    expect(isTicked(form, 'women')).toBe(false);
  });

  it('gives whole numbers, null for none and NaN for what is no number', () => {
    expect(wholeNumber(form, 'size')).toBe(3);
    expect(wholeNumber(form, 'empty')).toBeNull();
    expect(wholeNumber(form, 'bad')).toBeNaN();
  });
});

describe('the page after signing in', () => {
  it.each(['/fi/association', '/ar/caseworker/clients?after=x%20y'])('may be %s', (next) => {
    expect(safeNext(next, '/fi')).toBe(next);
  });

  it.each([
    null,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/a b',
    '/a\\b',
    'javascript:alert(1)',
  ])('is never %s', (next) => {
    expect(safeNext(next, '/fi')).toBe('/fi');
  });
});

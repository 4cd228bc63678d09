import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { cleanText, stripText } from './plain-text.ts';

const LINE = { maxLength: 60, multiline: false };
const LINES = { maxLength: 60, multiline: true };

function reasonOf(value: string, limits = LINE): string {
  const reading = cleanText(value, limits);
  return reading.ok ? 'OK' : reading.reason;
}

describe('cleaning text', () => {
  it('trims and joins letters with their marks', () => {
    expect(cleanText('  Ma\u0308nty \n', LINE)).toEqual({ ok: true, value: 'M\u00E4nty' });
  });

  it.each([
    '👩‍👩‍👧 Perhekahvila 🇫🇮',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'می‌خواهم',
    'אבג \u200F(1)',
    '<b>Tervetuloa</b> <script>alert(1)</script>',
    "O'Brien; DROP TABLE people",
    'Nguyễn Thị Ánh',
  ])('lets %j through as it is', (value) => {
    expect(cleanText(value, LINE)).toEqual({ ok: true, value });
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['a control character', 'a\u0007b'],
    ['a C1 control', 'a\u009Fb'],
    ['a lone high surrogate', 'a\uD83Db'],
    ['a lone low surrogate', '\uDE00'],
    ['a bidi override', 'gnp\u202Etxt.exe'],
    ['a bidi isolate', 'a\u2066b\u2069'],
    ['a noncharacter', 'a\uFFFEb'],
    ['a line break in a single line', 'a\nb'],
    ['a line separator in a single line', 'a\u2028b'],
    ['a tab in a single line', 'a\tb'],
  ])('refuses %s', (_name, value) => {
    expect(reasonOf(value)).toBe('TEXT_NOT_ALLOWED');
  });

  it('keeps line breaks where several lines are allowed and writes them one way', () => {
    expect(cleanText('a\r\nb\rc\u2028d\n\n\te', LINES)).toEqual({ ok: true, value: 'a\nb\nc\nd\n\n\te' });
    expect(reasonOf('a\u0000b', LINES)).toBe('TEXT_NOT_ALLOWED');
  });

  it.each(['', '   ', '\u200B\u200D', '\u3164', '\u2800', '\u00AD', '\u0301'])(
    'finds nothing to see in %j',
    (value) => {
      expect(reasonOf(value)).toBe('TEXT_EMPTY');
    },
  );

  it('counts characters, not code units', () => {
    expect(reasonOf('😀'.repeat(60))).toBe('OK');
    expect(reasonOf('😀'.repeat(61))).toBe('TEXT_TOO_LONG');
    expect(reasonOf('x'.repeat(61))).toBe('TEXT_TOO_LONG');
    expect(reasonOf('x'.repeat(10_000_000))).toBe('TEXT_TOO_LONG');
  });

  it('changes nothing more in what it has cleaned, and lets nothing forbidden through', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, multiline) => {
        const reading = cleanText(text, { maxLength: 500, multiline });
        if (!reading.ok) return;
        expect(cleanText(reading.value, { maxLength: 500, multiline })).toEqual(reading);
        expect(reading.value).toBe(reading.value.normalize('NFC').trim());
      }),
      { numRuns: longRun(1_000, 100_000), seed: 3 },
    );
  });
});

describe('stripping text of a foreign source', () => {
  it('takes out what is not allowed and keeps the rest', () => {
    expect(stripText(' a\u0000b\u202Ec\r\nd\uD800 ', { multiline: true })).toBe('abc\nd\uFFFD');
    expect(stripText('a\r\nb\tc', { multiline: false })).toBe('a b c');
    expect(stripText('\u200B', { multiline: true })).toBe('');
  });

  it('leaves text that passes the check, or none', () => {
    const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
    fc.assert(
      fc.property(fc.array(anyUnit, { maxLength: 40 }), fc.boolean(), (units, multiline) => {
        const text = stripText(units.join(''), { multiline });
        if (text !== '')
          expect(cleanText(text, { maxLength: 1_000, multiline })).toEqual({ ok: true, value: text });
      }),
      { numRuns: longRun(1_000, 100_000), seed: 4 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { xmlText } from './atom.feed.ts';

const runs = { numRuns: longRun(300, 20_000), seed: 5 };
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '</title>',
        '<!--',
        '&amp;',
        '&#x0;',
        'BEGIN:VEVENT',
        '\r\n',
        '\u0000',
        '\ud800',
        '\u202e',
        '"',
        "'",
      ),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

const words: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const readBack = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => words[entity] ?? '');

describe('a text in a feed of XML', () => {
  it('opens no tag, ends no section and no attribute, and holds nothing that XML forbids', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = xmlText(text);
        expect(written).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);

        expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(written.isWellFormed()).toBe(true);
      }),
      runs,
    );
  });

  it('gives back what was written, but for what XML forbids', () => {
    expect(readBack(xmlText(`]]> & <b> "x" 'y' &amp;`))).toBe(`]]> & <b> "x" 'y' &amp;`);
    expect(xmlText('a\u0000b\ufffe')).toBe('ab');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { htmlToText } from './html-text.ts';
import { stripText } from './plain-text.ts';

describe('plain text of HTML', () => {
  it.each([
    ['<p>Hei</p><p>maailma</p>', 'Hei\n\nmaailma'],
    ['eka<br>toka<br/>kolmas', 'eka\ntoka\nkolmas'],
    ['eka<br><br>toka', 'eka\n\ntoka'],
    [
      '<p>Mukana:</p><ul><li>kahvi</li><li>leikki</li></ul><p>Tule!</p>',
      'Mukana:\n\n• kahvi\n• leikki\n\nTule!',
    ],
    ['<ul><li>kahvi</li></ul><p>ja</p><ul><li><p>a</p><p>b</p></li></ul>', '• kahvi\n\nja\n\n• a\n\nb'],
    ['<ul><li><p>kahvi</p></li><li><p>leikki</p></li></ul>', '• kahvi\n• leikki'],
    ['<p>klo 17&ndash;19 &amp; 5&nbsp;&euro; &auml;iti &#228;&#xE4;</p>', 'klo 17–19 & 5\u00A0€ äiti ää'],
    ['&#150; &#0; &#xD800; &#99999999; &unknown;', '– \uFFFD \uFFFD \uFFFD &unknown;'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['<p>a</p><script>alert("<p>x</p>")</script><p>b</p>', 'a\n\nb'],
    ['<SCRIPT >x</ScRiPt >b<style>p{}</style>c', 'bc'],
    ['<script>never closed', ''],
    ['a<!-- <p>hidden</p> -->b', 'ab'],
    ['<a href="https://example.org" title="1 > 0">linkki</a>', 'linkki'],
    ['<img src=x onerror="alert(1)">kuva', 'kuva'],
    ['3 < 5 ja <3', '3 < 5 ja <3'],
    ['rivi 1\nrivi 2\n\nkappale', 'rivi 1\nrivi 2\n\nkappale'],
    ['<p>rivi 1\n   rivi 2</p>', 'rivi 1 rivi 2'],
    ['<p>kesken <b', 'kesken'],
    ['<p>\u202Ea\u0000b\uD800</p>', 'ab\uFFFD'],
    ['<p> </p><div></div>', ''],
  ])('%j reads %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('is text that passes the check, whatever the HTML', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '<li>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<',
      '>',
      '"',
      "'",
      '=',
      '&',
      '#',
      'lt;',
      '&amp;',
      '&#8238;',
      '\u0002',
      '\u0003',
      ' ',
      '\n',
      'a',
      'ä',
      '\uD800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = htmlToText(pieces.join(''));
        expect(stripText(text, { multiline: true })).toBe(text);
      }),
      { numRuns: longRun(1_000, 100_000), seed: 21 },
    );
  });

  it.each(['<', '<a ', '<a ="', '<!--', '<script>', '<p>', '<li>', '&', '&#', '</', '<br>', '<svg><p>'])(
    'takes time in proportion to a long text of %j',
    (piece) => {
      const startedAt = performance.now();
      htmlToText(piece.repeat(300_000 / piece.length));
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    },
  );
});

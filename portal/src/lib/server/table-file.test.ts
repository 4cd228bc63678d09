import { describe, expect, it } from 'vitest';
import { asCsv, asXlsx, harmless } from './table-file.ts';

describe('a table as a file', () => {
  it.each(['=1+1', '+358', '-2', '@sum', ' =1', '\t=1', '\n=1', '＝1'])(
    'computes nothing from %j',
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
      expect(asCsv([[text]])).toContain("'");
    },
  );

  it('keeps numbers, commas, quotation marks and line breaks', () => {
    expect(asCsv([['a,b', 'c"d', 'e\nf', -3, null]])).toBe('\uFEFF"a,b","c""d","e\nf",-3,\r\n');
  });

  it('is a zip of XML for Excel', async () => {
    expect((await asXlsx([['Nimi', 3, null]])).subarray(0, 2).toString()).toBe('PK');
  });
});

import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';

const hub = useHub();

describe('the region', () => {
  it('has its five municipalities', async () => {
    const { data } = await hub.ask<{ region: { municipalities: { name: { value: string } }[] } }>(
      null,
      '{ region { municipalities { code name(languages: ["en"]) { value isFallback } } } }',
    );
    expect(data.region.municipalities.map(({ name }) => name.value)).toEqual([
      'Ilomantsi',
      'Joensuu',
      'Kontiolahti',
      'Liperi',
      'Outokumpu',
    ]);
  });

  it('knows every municipality of Finland for addresses', async () => {
    const { data } = await hub.ask<{ municipalities: unknown[] }>(null, '{ municipalities { code } }');
    expect(data.municipalities).toHaveLength(309);
  });

  it('names its themes in the reader’s language', async () => {
    const { data } = await hub.ask<{ themes: { label: { language: string; isFallback: boolean } }[] }>(
      null,
      '{ themes { id uri label(languages: ["so"]) { value language isFallback } } }',
    );
    expect(data.themes.length).toBeGreaterThanOrEqual(25);
    expect(data.themes.every(({ label }) => label.language === 'so' && !label.isFallback)).toBe(true);
  });
});

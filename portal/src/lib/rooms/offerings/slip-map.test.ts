import { describe, expect, it } from 'vitest';
import { slipMap } from './slip-map.ts';

describe('the map of a slip', () => {
  const map = slipMap({ latitude: 62.6, longitude: 29.763 });

  it('has the place in its middle and every municipality as a path', () => {
    expect(map.viewBox).toBe('-30 -20 60 40');
    expect(map.municipalities.map(({ name }) => name)).toContain('Joensuu');
    for (const { path } of map.municipalities) expect(path).toMatch(/^M[-\d. LZM]+Z$/);
  });

  it('labels only what lies within it', () => {
    for (const { label } of map.municipalities)
      if (label) expect(Math.max(Math.abs(label.x) / 30, Math.abs(label.y) / 20)).toBeLessThan(1);
  });
});

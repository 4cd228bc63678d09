import { expect, it } from 'vitest';
import { mapAreas, mapSize } from './browse-map.ts';

it('draws every municipality within the map, its number inside its borders’ box', () => {
  expect(mapAreas.size).toBeGreaterThan(10);
  for (const { x, y } of mapAreas.values()) {
    expect(x > 0 && x < mapSize.width && y > 0 && y < mapSize.height).toBe(true);
  }
});

it('lies right: Outokumpu in the west of Joensuu, Ilomantsi in the east, north up', () => {
  const at = (name: string) => mapAreas.get(name) ?? { x: 0, y: 0 };
  expect(at('Outokumpu').x).toBeLessThan(at('Joensuu').x);
  expect(at('Ilomantsi').x).toBeGreaterThan(at('Joensuu').x);
  expect(at('Nurmes').y).toBeLessThan(at('Joensuu').y);
});

import { expect, it } from 'vitest';
import { centreOf } from './municipality.centres.ts';
import { distanceKm } from './distance.ts';

const of = (code: string) => centreOf(code) ?? { latitude: 0, longitude: 0 };

it('measures from one centre to another as the crow flies', () => {
  expect(distanceKm(of('167'), of('167'))).toBe(0);
  expect(distanceKm(of('167'), of('426'))).toBeCloseTo(21, 0);
  expect(distanceKm(of('146'), of('167'))).toBeCloseTo(distanceKm(of('167'), of('146')), 9);
});

it('finds a hundredth of a degree of latitude to be 1.11 km', () => {
  const north = { latitude: 62.01, longitude: 29 };
  expect(distanceKm({ latitude: 62, longitude: 29 }, north)).toBeCloseTo(1.112, 2);
});

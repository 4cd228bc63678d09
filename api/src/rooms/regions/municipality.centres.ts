import centres from '../../../../seeds/reference/municipality-centres.json' with { type: 'json' };
import { distanceKm, type Point } from './distance.ts';

const byCode: ReadonlyMap<string, Point> = new Map(
  centres.map(({ code, latitude, longitude }) => [code, { latitude, longitude }]),
);

/** Where the church village or town centre of a municipality lies; null for one that is too far away to matter. */
export const centreOf = (municipalityCode: string): Point | null => byCode.get(municipalityCode) ?? null;

/** The municipalities whose centre lies within so many kilometres of another's; none around an unknown one. */
export const municipalitiesNear = (municipalityCode: string, kilometres: number): string[] => {
  const from = centreOf(municipalityCode);
  return from
    ? [...byCode].filter(([, centre]) => distanceKm(from, centre) <= kilometres).map(([code]) => code)
    : [];
};

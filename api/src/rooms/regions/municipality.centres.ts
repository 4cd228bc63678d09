import centres from '../../../../seeds/reference/municipality-centres.json' with { type: 'json' };

/** A point on Earth, WGS 84, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const byCode: ReadonlyMap<string, Point> = new Map(
  centres.map(({ code, latitude, longitude }) => [code, { latitude, longitude }]),
);

/** Where the church village or town centre of a municipality lies; null for one that is too far away to matter. */
export const centreOf = (municipalityCode: string): Point | null => byCode.get(municipalityCode) ?? null;

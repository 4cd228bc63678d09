import borders from './municipality-borders.json' with { type: 'json' };

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** What the map shows around the place, in kilometres. */
const acrossKm = 60;
const highKm = 40;
const kmPerDegree = 111.2;

/**
 * A map of the municipalities around a place, from their own borders: no tiles of a stranger learn where somebody goes.
 * Kilometres from the place, north up; `viewBox` and paths are SVG.
 */
export function slipMap(place: Point) {
  const kmPerLongitude = kmPerDegree * Math.cos((place.latitude * Math.PI) / 180);
  const xOf = (longitude: number): number => (longitude - place.longitude) * kmPerLongitude;
  const yOf = (latitude: number): number => (place.latitude - latitude) * kmPerDegree;
  const pathOf = (rings: readonly (readonly number[][])[]): string =>
    rings
      .map(
        (ring) => `M${ring.map(([x = 0, y = 0]) => `${xOf(x).toFixed(1)} ${yOf(y).toFixed(1)}`).join('L')}Z`,
      )
      .join('');
  const isInside = (x: number, y: number): boolean =>
    Math.abs(x) < acrossKm / 2 - 6 && Math.abs(y) < highKm / 2 - 3;
  const middleOf = ([outer = []]: readonly (readonly number[][])[]) => ({
    x: outer.reduce((sum, [x = 0]) => sum + xOf(x), 0) / outer.length,
    y: outer.reduce((sum, [, y = 0]) => sum + yOf(y), 0) / outer.length,
  });
  return {
    viewBox: `${-acrossKm / 2} ${-highKm / 2} ${acrossKm} ${highKm}`,
    municipalities: borders.municipalities.map(({ name, rings }) => {
      const { x, y } = middleOf(rings);
      return { name, path: pathOf(rings), label: isInside(x, y) ? { x, y } : undefined };
    }),
  };
}

export type SlipMapView = ReturnType<typeof slipMap>;

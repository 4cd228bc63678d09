import borders from './municipality-borders.json' with { type: 'json' };

const kmPerDegree = 111.2;
const middleLatitude = 62.8;
const kmPerLongitude = kmPerDegree * Math.cos((middleLatitude * Math.PI) / 180);

type Ring = readonly (readonly number[])[];

const pointOf = ([longitude = 0, latitude = 0]: readonly number[]): [number, number] => [
  longitude * kmPerLongitude,
  -latitude * kmPerDegree,
];
const areas = borders.municipalities.map(({ name, rings }: { name: string; rings: readonly Ring[] }) => ({
  name,
  rings: rings.map((ring) => ring.map(pointOf)),
}));
const all = areas.flatMap(({ rings }) => rings.flat());
const xs = all.map(([x]) => x);
const ys = all.map(([, y]) => y);
const left = Math.min(...xs);
const top = Math.min(...ys);

/** The centre of a ring's area, where its number stands. */
function middleOf(ring: readonly (readonly [number, number])[]): { x: number; y: number } {
  let [area, x, y] = [0, 0, 0];
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return area === 0 ? { x: 0, y: 0 } : { x: x / (3 * area) - left, y: y / (3 * area) - top };
}

/** How wide and high the region is, in kilometres: the map's own unit. */
export const mapSize = { width: Math.max(...xs) - left, height: Math.max(...ys) - top };

/** The region's municipalities by their Finnish names, each as an SVG path with its middle; north up. */
export const mapAreas: ReadonlyMap<string, { path: string; x: number; y: number }> = new Map(
  areas.map(({ name, rings }) => [
    name,
    {
      path: rings
        .map(
          (ring) => `M${ring.map(([x, y]) => `${(x - left).toFixed(1)} ${(y - top).toFixed(1)}`).join('L')}Z`,
        )
        .join(''),
      ...middleOf(rings[0] ?? []),
    },
  ]),
);

import fc from 'fast-check';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { useHub } from '../../../test/harness.ts';
import { anOffering, aPlace } from '../../../test/makers/offering.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { centreOf, distanceKm } from '../regions/index.ts';
import { audiences, finnishLevels, offeringKinds, partsOfDay, rhythms } from './offering.words.ts';

const hub = useHub();
const now = new Date('2026-11-24T09:00:00+02:00');
const themes = ['yso:p12878', 'yso:p2771'];
const municipalities = ['167', '309', '426'];
const languages = ['ar', 'fi', 'so', 'uk'];

interface Model {
  readonly title: string;
  readonly municipality: string;
  readonly isPlaced: boolean;
  readonly languages: readonly string[];
  readonly level: (typeof finnishLevels)[number];
  readonly kind: (typeof offeringKinds)[number];
  readonly audience: (typeof audiences)[number];
  readonly themes: readonly string[];
  readonly free: boolean;
  readonly childrenWelcome: boolean;
  readonly womenOnly: boolean;
  readonly stepFree: boolean;
  readonly online: boolean;
  readonly rhythm: (typeof rhythms)[number];
  readonly hour: number;
  /** Days from the first of December. */
  readonly day: number;
  readonly isFull: boolean;
}

const model: fc.Arbitrary<Omit<Model, 'title'>> = fc.record({
  municipality: fc.constantFrom(...municipalities),
  isPlaced: fc.boolean(),
  languages: fc.uniqueArray(fc.constantFrom(...languages), { minLength: 1, maxLength: 3 }),
  level: fc.constantFrom(...finnishLevels),
  kind: fc.constantFrom(...offeringKinds),
  audience: fc.constantFrom(...audiences),
  themes: fc.subarray(themes),
  free: fc.boolean(),
  childrenWelcome: fc.boolean(),
  womenOnly: fc.boolean(),
  stepFree: fc.boolean(),
  online: fc.boolean(),
  rhythm: fc.constantFrom(...rhythms),
  hour: fc.constantFrom(9, 11, 12, 16, 17, 19),
  day: fc.integer({ min: 0, max: 20 }),
  isFull: fc.boolean(),
});

const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }));
const filters = fc.record({
  municipalityCodes: some(municipalities),
  near: fc.option(
    fc.record({
      municipalityCode: fc.constantFrom(...municipalities),
      kilometres: fc.constantFrom(5, 30, 60),
    }),
  ),
  languages: some(languages),
  finnishLevelAtMost: fc.option(fc.constantFrom(...finnishLevels)),
  kinds: some(offeringKinds),
  themeIds: some(themes),
  audiences: some(audiences),
  rhythm: fc.option(fc.constantFrom(...rhythms)),
  free: fc.option(fc.boolean()),
  childrenWelcome: fc.option(fc.boolean()),
  womenOnly: fc.option(fc.boolean()),
  stepFree: fc.option(fc.boolean()),
  online: fc.option(fc.boolean()),
  partsOfDay: some(partsOfDay),
  hasRoom: fc.option(fc.boolean()),
  nextOnly: fc.option(fc.boolean()),
  days: fc.option(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }))),
});
type Filter = (typeof filters extends fc.Arbitrary<infer T> ? T : never) & object;

const firstMidnight = Date.parse('2026-12-01T00:00:00+02:00');
const dayLength = 86_400_000;
const startOf = ({ day, hour }: Model, week: number): number =>
  firstMidnight + (day + week * 7) * dayLength + hour * 3_600_000;
const datesOf = (offer: Model): number[] =>
  offer.rhythm === 'ONCE' ? [startOf(offer, 0)] : [0, 1, 2].map((week) => startOf(offer, week));
const partOf = ({ hour }: Model) => (hour < 12 ? 'MORNING' : hour < 17 ? 'AFTERNOON' : 'EVENING');

const range = ({ days }: Filter) =>
  days
    ? { from: firstMidnight + days[0] * dayLength, to: firstMidnight + (days[0] + days[1]) * dayLength }
    : { from: now.getTime(), to: Infinity };

/** Whether a facet of the filter lets an offering through; each alone, the slow and plain way. */
const rules: Record<string, (offer: Model, filter: Filter) => boolean> = {
  municipalities: ({ municipality }, f) => f.municipalityCodes?.includes(municipality) ?? true,
  near: ({ municipality, isPlaced, online }, { near }) => {
    const [from, to] = [near && centreOf(near.municipalityCode), centreOf(municipality)];
    if (!near || !from || !to) return true;
    return (isPlaced || !online) && distanceKm(from, to) <= near.kilometres;
  },
  languages: (o, f) => !f.languages || f.languages.some((each) => o.languages.includes(each)),
  finnishLevels: (o, f) =>
    !f.finnishLevelAtMost || finnishLevels.indexOf(o.level) <= finnishLevels.indexOf(f.finnishLevelAtMost),
  kinds: (o, f) => f.kinds?.includes(o.kind) ?? true,
  themes: (o, f) => !f.themeIds || f.themeIds.some((id) => o.themes.includes(id)),
  audiences: (o, f) => f.audiences?.includes(o.audience) ?? true,
  rhythms: (o, f) => !f.rhythm || f.rhythm === o.rhythm,
  partsOfDay: (o, f) => f.partsOfDay?.includes(partOf(o)) ?? true,
  free: (o, f) => !f.free || o.free,
  childrenWelcome: (o, f) => !f.childrenWelcome || o.childrenWelcome,
  womenOnly: (o, f) => !f.womenOnly || o.womenOnly,
  stepFree: (o, f) => !f.stepFree || o.stepFree,
  online: (o, f) => !f.online || o.online,
  hasRoom: (o, f) => !f.hasRoom || !o.isFull,
};
const fits = (offer: Model, filter: Filter, except = ''): boolean =>
  Object.entries(rules).every(([facet, rule]) => facet === except || rule(offer, filter));
const fittingDates = (offer: Model, filter: Filter): number[] => {
  const { from, to } = range(filter);
  return datesOf(offer).filter((start) => start + 3_600_000 > from && start < to);
};

const naiveList = (offers: readonly Model[], filter: Filter): string[] =>
  offers
    .filter((offer) => fits(offer, filter))
    .flatMap((offer) => {
      const dates = fittingDates(offer, filter);
      return (filter.nextOnly ? dates.slice(0, 1) : dates).map(
        (start) => `${new Date(start).toISOString()} ${offer.title}`,
      );
    })
    .sort();

const valuesOf: Record<string, (offer: Model) => readonly string[]> = {
  municipalities: ({ municipality }) => [municipality],
  languages: (offer) => offer.languages,
  finnishLevels: ({ level }) => finnishLevels.slice(finnishLevels.indexOf(level)),
  kinds: ({ kind }) => [kind],
  themes: (offer) => offer.themes,
  audiences: ({ audience }) => [audience],
  rhythms: ({ rhythm }) => [rhythm],
  partsOfDay: (offer) => [partOf(offer)],
};
const naiveFacets = (offers: readonly Model[], filter: Filter): object => {
  const dated = offers.filter((offer) => fittingDates(offer, filter).length > 0);
  const left = (except: string) => dated.filter((offer) => fits(offer, filter, except));
  const flag = (name: string, holds: (offer: Model) => boolean) => [name, left(name).filter(holds).length];
  return Object.fromEntries([
    ['offeringCount', left('').length],
    ...Object.entries(valuesOf).map(([facet, values]) => {
      const found = left(facet).flatMap((offer) => values(offer));
      return [
        facet,
        Object.fromEntries([...Map.groupBy(found, (value) => value)].map(([v, all]) => [v, all.length])),
      ];
    }),
    flag('free', ({ free }) => free),
    flag('childrenWelcome', ({ childrenWelcome }) => childrenWelcome),
    flag('womenOnly', ({ womenOnly }) => womenOnly),
    flag('stepFree', ({ stepFree }) => stepFree),
    flag('online', ({ online }) => online),
    flag('hasRoom', ({ isFull }) => !isFull),
  ]);
};

const lists = Object.keys(valuesOf)
  .map((facet) => `${facet} { value count }`)
  .join(' ');
const query = `query ($filter: OccurrenceFilter) {
  occurrences(first: 100, filter: $filter) { nodes { startsAt offering { title(languages: ["en"]) { value } } } totalCount }
  occurrenceFacets(filter: $filter) { offeringCount ${lists} free childrenWelcome womenOnly stepFree online hasRoom } }`;
interface Found {
  readonly occurrences: {
    readonly nodes: readonly { startsAt: string; offering: { title: { value: string } } }[];
    readonly totalCount: number;
  };
  readonly occurrenceFacets: Readonly<Record<string, number | readonly { value: string; count: number }[]>>;
}

describe('every combination of filters', () => {
  const offers = fc
    .sample(model, { numRuns: 24, seed: 2 })
    .map((each, index): Model => ({ ...each, title: `Offer ${index}` }));
  let organisationId = '';

  beforeAll(async () => {
    ({ id: organisationId } = await anOrganisation(hub));
    const made = offers.map(async (offer) => {
      const place = await aPlace(hub, {
        organisationId,
        municipalityCode: offer.municipality,
        ...centreOf(offer.municipality),
      });
      const { day, hour, rhythm } = offer;
      const date = new Date(firstMidnight + (day + 0.5) * dayLength).toISOString().slice(0, 10);
      const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
      const row = await anOffering(hub, {
        organisationId,
        title: offer.title,
        ...(offer.isPlaced ? { placeId: place.id } : {}),
        kind: offer.kind,
        audience: offer.audience,
        spokenLanguages: [...offer.languages],
        finnishLevel: offer.level,
        themeIds: [...offer.themes],
        priceEuroCents: offer.free ? 0 : 500,
        childrenWelcome: offer.childrenWelcome,
        womenOnly: offer.womenOnly,
        stepFree: offer.stepFree,
        ...(offer.online ? { onlineUrl: 'https://example.org/meet' } : {}),
        capacity: 4,
        schedules: [
          {
            startsAtLocal: `${date}T${String(hour).padStart(2, '0')}:00`,
            durationMinutes: 60,
            ...(rhythm === 'REGULAR' ? { weekdays: [weekday], count: 3 } : {}),
          },
        ],
      });
      const taken = offer.isFull ? 4 : 3;
      await hub.hub.db.write(systemViewer('test'), async (tx) => {
        await tx.query(sql`update occurrences set taken = ${taken} where offering_id = ${row.id}`);
        await tx.query(
          sql`update offerings set municipality_code = ${offer.municipality} where id = ${row.id}`,
        );
      });
    });
    await Promise.all(made);
  });

  it('finds and counts what a plain look at each offering finds', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async ({ days: _days, ...filter }) => {
        const wanted: Filter = { ...filter, days: _days };
        const { from, to } = range(wanted);
        const { data, failure } = await hub.ask<Found>(null, query, {
          filter: {
            ...filter,
            organisationId,
            ...(_days ? { from: new Date(from).toISOString(), to: new Date(to).toISOString() } : {}),
          },
        });
        expect(failure).toBeNull();
        const list = data.occurrences.nodes.map(
          ({ startsAt, offering }) => `${new Date(startsAt).toISOString()} ${offering.title.value}`,
        );
        expect(list.sort()).toEqual(naiveList(offers, wanted));
        expect(data.occurrences.totalCount).toBe(list.length);
        const facets = Object.entries(data.occurrenceFacets).map(([name, counts]) => [
          name,
          typeof counts === 'number'
            ? counts
            : Object.fromEntries(counts.map(({ value, count }) => [value, count])),
        ]);
        expect(Object.fromEntries(facets)).toEqual(naiveFacets(offers, wanted));
      }),
      { numRuns: longRun(60, 1_000), seed: 5 },
    );
  });

  it('asks one statement for all counts', async () => {
    const ask = () => hub.ask(null, `{ occurrenceFacets { offeringCount ${lists} free hasRoom } }`);
    await ask();
    expect(await hub.countStatements(ask)).toBe(1);
  });

  it('refuses a distance that is none', async () => {
    const near = { municipalityCode: '167', kilometres: 0 };
    const { failure } = await hub.ask(null, query, { filter: { near } });
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', reason: 'OUT_OF_RANGE' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { useHub } from '../../../test/harness.ts';
import {
  anOccurrence,
  anOffering,
  aPlace,
  weeklyTuesdays,
  type OfferingWish,
} from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';

const hub = useHub();

interface Listed {
  readonly occurrences: {
    readonly nodes: readonly {
      id: string;
      startsAt: string;
      status: string;
      offering: { title: { value: string } };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount?: number;
  };
}

const listQuery = `query ($first: Int! = 100, $after: String, $filter: OccurrenceFilter) {
  occurrences(first: $first, after: $after, filter: $filter) {
    nodes { id startsAt status offering { title(languages: ["en"]) { value } } }
    pageInfo { hasNextPage endCursor } } }`;

const list = async (filter: object, page: object = {}, viewer: Parameters<typeof hub.ask>[0] = null) => {
  const { data, failure } = await hub.ask<Listed>(viewer, listQuery, { filter, ...page });
  expect(failure).toBeNull();
  return data.occurrences;
};

/** The titles of what a filter finds within one organisation. */
const titles = async (organisationId: string, filter: object) => {
  const { nodes } = await list({ organisationId, ...filter });
  return [...new Set(nodes.map(({ offering }) => offering.title.value))].sort();
};

const once = (startsAtLocal: string, durationMinutes = 60) => ({
  schedules: [{ startsAtLocal, durationMinutes }],
});

describe('the public list', () => {
  it('starts with what is still running and leaves out what is over', async () => {
    const { id } = await anOrganisation(hub);
    const make = (title: string, start: string, minutes: number) =>
      anOffering(hub, { organisationId: id, title, ...once(start, minutes) });
    await make('Over', '2026-11-24T06:00', 60);
    await make('Running', '2026-11-24T08:00', 120);
    await make('Coming', '2026-11-24T10:00', 60);
    const { nodes } = await list({ organisationId: id });
    expect(nodes.map(({ offering }) => offering.title.value)).toEqual(['Running', 'Coming']);
  });

  it('shows no draft to anyone but its own organisation’s desk', async () => {
    const organisation = await anOrganisation(hub);
    await anOffering(hub, { organisationId: organisation.id, title: 'Secret plan', publish: false });
    const member = aViewerIn(organisation, 'COORDINATOR');
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    expect((await list({ organisationId: organisation.id })).nodes).toEqual([]);
    expect((await list({ organisationId: organisation.id }, {}, stranger)).nodes).toEqual([]);
    expect((await list({ text: 'secret plan' }, {}, member)).nodes).toEqual([]);
    expect((await list({ organisationId: organisation.id }, {}, member)).nodes).toHaveLength(10);
  });

  it('finds by municipality, language, kind, theme, price, children and time', async () => {
    const { id } = await anOrganisation(hub);
    const liperi = await aPlace(hub, { organisationId: id, municipalityCode: '426' });
    const make = (title: string, wish: Partial<OfferingWish>) =>
      anOffering(hub, { organisationId: id, title, ...wish });
    await make('A', { placeId: liperi.id, spokenLanguages: ['ar-EG'], kind: 'COURSE' });
    await make('B', { spokenLanguages: ['so'], themeIds: ['yso:p12878'], priceEuroCents: 500 });
    await make('C', { childrenWelcome: true, ...once('2026-12-24T10:00') });
    expect(await titles(id, {})).toEqual(['A', 'B', 'C']);
    expect(await titles(id, { municipalityCodes: ['426'] })).toEqual(['A']);
    expect(await titles(id, { municipalityCodes: ['167', '309'] })).toEqual(['B', 'C']);
    expect(await titles(id, { languages: ['ar'] })).toEqual(['A']);
    expect(await titles(id, { languages: ['so', 'fi'] })).toEqual(['B', 'C']);
    expect(await titles(id, { kinds: ['COURSE'] })).toEqual(['A']);
    expect(await titles(id, { themeIds: ['yso:p12878'] })).toEqual(['B']);
    expect(await titles(id, { free: true })).toEqual(['A', 'C']);
    expect(await titles(id, { free: false })).toEqual(['A', 'B', 'C']);
    expect(await titles(id, { childrenWelcome: true })).toEqual(['C']);
    expect(await titles(id, { from: '2026-12-24T00:00:00+02:00', to: '2026-12-25T00:00:00+02:00' })).toEqual([
      'C',
    ]);
    expect(await titles(id, { languages: ['so'], free: true })).toEqual([]);
    expect(await titles('nobody', {})).toEqual([]);
  });

  it('finds titles in any language without case and accents, by inflected forms and with a slip', async () => {
    const { id } = await anOrganisation(hub);
    const make = (fi: string, ar: string) =>
      anOffering(hub, {
        organisationId: id,
        translations: [
          { language: 'fi', title: fi },
          { language: 'ar', title: ar },
        ],
      });
    await make('Äitien kahvila', 'مقهى الأمهات');
    await make('Lapset leikkivät', 'لعب الأطفال');
    const found = async (text: string) => (await titles(id, { text })).join();
    expect(await found('aitien KAHVILA')).toBe('Äitien kahvila');
    expect(await found('kahvilla')).toBe('Äitien kahvila');
    expect(await found('مقهى')).toBe('Äitien kahvila');
    expect(await found('lapsi')).toBe('Lapset leikkivät');
    expect(await found('%')).toBe('');
    expect(await found('rowing club')).toBe('');
  });

  it('keeps a cancelled date in its place, with its status', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const occurrence = await anOccurrence(hub, { organisationId });
    const coordinator = aViewerIn({ id: organisationId }, 'COORDINATOR');
    await hub.ask(
      coordinator,
      'mutation ($id: ID!) { cancelOccurrence(input: { occurrenceId: $id, reasons: [] }) { notifiedCount } }',
      {
        id: occurrence.id,
      },
    );
    const { nodes } = await list({ organisationId });
    expect(nodes).toMatchObject([{ id: occurrence.id, status: 'CANCELLED' }]);
  });

  it('counts all dates of a filter when asked', async () => {
    const { id } = await anOrganisation(hub);
    await anOffering(hub, { organisationId: id });
    const { data } = await hub.ask<Listed>(
      null,
      'query ($id: ID!) { occurrences(first: 3, filter: { organisationId: $id }) { totalCount nodes { id } } }',
      { id },
    );
    expect(data.occurrences.totalCount).toBe(10);
    expect(data.occurrences.nodes).toHaveLength(3);
  });

  it.each([
    ['a page too long', { first: 101 }, 'PAGE_SIZE_OUT_OF_RANGE'],
    ['an empty page', { first: 0 }, 'PAGE_SIZE_OUT_OF_RANGE'],
    [
      'a cursor of another list',
      { after: Buffer.from(JSON.stringify(['offerings', newId()])).toString('base64url') },
      'INVALID_CURSOR',
    ],
    [
      'a forged cursor',
      { after: Buffer.from('["occurrences","x",1]').toString('base64url') },
      'INVALID_CURSOR',
    ],
  ])('refuses %s', async (_case, page, reason) => {
    const { failure } = await hub.ask(null, listQuery, page);
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', reason });
  });
});

describe('pages of dates', () => {
  it('show every date once and in order, whatever their size', async () => {
    const { id } = await anOrganisation(hub);
    // Many dates at the same instant: the id alone keeps them apart.
    for (let index = 0; index < 6; index += 1) {
      await anOffering(hub, { organisationId: id, schedule: { ...weeklyTuesdays, count: 5 } });
    }
    const all = (await list({ organisationId: id })).nodes;
    expect(all).toHaveLength(30);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 40 }),
        async (sizes) => {
          const seen: string[] = [];
          let after: string | null = null;
          for (const first of [...sizes, ...Array<number>(30).fill(7)]) {
            const page: Listed['occurrences'] = await list({ organisationId: id }, { first, after });
            seen.push(...page.nodes.map((node) => node.id));
            after = page.pageInfo.endCursor;
            if (!page.pageInfo.hasNextPage) break;
          }
          expect(seen).toEqual(all.map((node) => node.id));
        },
      ),
      { numRuns: longRun(15, 500), seed: 15 },
    );
  });
});

describe('the browse page', () => {
  const browse = `query ($first: Int! = 100, $filter: OccurrenceFilter) { occurrences(first: $first, filter: $filter) { nodes {
    id startsAt endsAt status capacity placesTaken placesLeft isFull takesSignUps place { name municipality { code } }
    offering { id kind title(languages: ["ar"]) { value language isFallback } summary(languages: ["ar"]) { value }
      translations { language } organisation { id name } coHosts { id } spokenLanguages isFree viewerCan { update } }
    viewerCan { signUp cancel } } pageInfo { endCursor } } }`;

  it('asks the database seven times, without facets six, for one date and for a hundred', async () => {
    const organisations = await Promise.all([1, 2, 3].map(() => anOrganisation(hub)));
    for (const { id } of [...organisations, ...organisations, ...organisations, ...organisations]) {
      const place = await aPlace(hub, { organisationId: id });
      await anOffering(hub, {
        organisationId: id,
        kind: 'ADVICE',
        placeId: place.id,
        coHostIds: organisations.map((each) => each.id),
      });
    }
    await hub.ask(null, browse, { first: 1 });
    const count = (first: number, viewer: Parameters<typeof hub.ask>[0], filter: object) =>
      hub.countStatements(async () => {
        const { data, failure } = await hub.ask<Listed>(viewer, browse, { first, filter });
        expect(failure).toBeNull();
        expect(data.occurrences.nodes).toHaveLength(first);
      });
    const coordinator = aViewerIn(organisations[0] ?? expect.fail(), 'COORDINATOR');
    for (const viewer of [null, coordinator]) {
      expect(await count(1, viewer, { kinds: ['ADVICE'] })).toBe(7);
      expect(await count(100, viewer, { kinds: ['ADVICE'] })).toBe(7);
      expect(await count(100, viewer, {})).toBe(6);
    }
  });

  it('sends the same statement text for every value of a filter', async () => {
    const texts = async (filter: object) => {
      hub.statements.length = 0;
      await hub.ask(null, browse, { first: 20, filter });
      return hub.statements[0];
    };
    const one = await texts({ municipalityCodes: ['167'], languages: ['ar'], text: 'coffee' });
    const other = await texts({ municipalityCodes: ['426', '309'], languages: ['so', 'fi'], text: 'rowing' });
    expect(other).toBe(one);
  });
});

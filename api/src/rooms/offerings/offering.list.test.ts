import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOffering, type OfferingWish } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';

const hub = useHub();

interface Listed {
  readonly offerings: {
    readonly nodes: readonly { id: string; title: { value: string } }[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const list = async (filter: object, viewer: Viewer | null = null, page: object = {}) => {
  const { data, failure } = await hub.ask<Listed>(
    viewer,
    `query ($first: Int! = 100, $after: String, $filter: OfferingFilter) { offerings(first: $first, after: $after, filter: $filter) {
      totalCount nodes { id title(languages: ["en"]) { value } } pageInfo { hasNextPage endCursor } } }`,
    { filter, ...page },
  );
  expect(failure).toBeNull();
  return data.offerings;
};

const scene = async () => {
  const organisation = await anOrganisation(hub);
  const make = (title: string, wish: Partial<OfferingWish> = {}) =>
    anOffering(hub, { organisationId: organisation.id, title, ...wish });
  const titles = async (filter: object, viewer: Viewer | null = null) => {
    const { nodes } = await list({ organisationId: organisation.id, ...filter }, viewer);
    return nodes.map(({ title }) => title.value);
  };
  return { organisation, make, titles };
};

describe('the list of offerings', () => {
  it('shows published ones to everyone, the newest first, and drafts to their own organisations', async () => {
    const { organisation, make, titles } = await scene();
    for (const [title, publish] of [
      ['First', true],
      ['Draft', false],
      ['Last', true],
    ] as const) {
      hub.clock.advance(1_000);
      await make(title, { publish });
    }
    expect(await titles({})).toEqual(['Last', 'First']);
    expect(await titles({}, aViewerIn(await anOrganisation(hub), 'COORDINATOR'))).toEqual(['Last', 'First']);
    expect(await titles({}, aViewerIn(organisation, 'VOLUNTEER'))).toEqual(['Last', 'Draft', 'First']);
    expect(await titles({ status: 'DRAFT' })).toEqual([]);
    expect(await titles({ status: 'DRAFT' }, aViewerIn(organisation, 'COORDINATOR'))).toEqual(['Draft']);
  });

  it('finds what takes referrals and needs little Finnish', async () => {
    const { make, titles } = await scene();
    await make('Easy', { finnishLevel: 'A1', takesReferrals: true });
    await make('Hard', { finnishLevel: 'B2', takesReferrals: true });
    await make('Closed');
    expect((await titles({ takesReferrals: true })).sort()).toEqual(['Easy', 'Hard']);
    expect((await titles({ finnishLevelAtMost: 'A2' })).sort()).toEqual(['Closed', 'Easy']);
    expect(await titles({ finnishLevelAtMost: 'A2', takesReferrals: true })).toEqual(['Easy']);
    expect(await titles({ organisationId: 'nobody' })).toEqual([]);
  });

  it('shows a co-hosted one under both organisations', async () => {
    const partner = await anOrganisation(hub);
    const { make } = await scene();
    await make('Together', { coHostIds: [partner.id] });
    expect((await list({ organisationId: partner.id })).nodes.map(({ title }) => title.value)).toEqual([
      'Together',
    ]);
  });

  it('goes on behind a cursor, and refuses one that it did not make', async () => {
    const { organisation, make } = await scene();
    for (const title of ['1', '2', '3']) await make(title);
    const filter = { organisationId: organisation.id };
    const first = await list(filter, null, { first: 2 });
    const second = await list(filter, null, { first: 2, after: first.pageInfo.endCursor });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(3);
    const forged = Buffer.from(JSON.stringify(['offerings', 'x'])).toString('base64url');
    const { failure } = await hub.ask(
      null,
      'query ($after: String) { offerings(after: $after) { nodes { id } } }',
      {
        after: forged,
      },
    );
    expect(failure).toMatchObject({ reason: 'INVALID_CURSOR' });
  });
});

describe('one offering', () => {
  it('is null where there is none to see', async () => {
    const ask = (id: string) =>
      hub.ask<{ offering: null }>(null, 'query ($id: ID!) { offering(id: $id) { id } }', { id });
    expect((await ask(newId())).data.offering).toBeNull();
    expect((await ask('no id')).data.offering).toBeNull();
  });
});

describe('the statements of a list', () => {
  const document = `query ($first: Int!) { offerings(first: $first) { nodes { id title { value } translations { language direction }
    organisation { name offerings(first: 3) { nodes { id } } } coHosts { name } themes { id } place { name }
    schedules { rule } nextOccurrences(first: 2) { startsAt viewerCan { signUp } } endsOn viewerCan { update refer } } } }`;

  it('are as many for one offering as for all of them', async () => {
    const { make } = await scene();
    const partner = await anOrganisation(hub);
    for (const title of ['a', 'b', 'c', 'd'])
      await make(title, { coHostIds: [partner.id], themeIds: ['yso:p12878'] });
    const count = (first: number) =>
      hub.countStatements(async () => {
        const { failure } = await hub.ask(null, document, { first });
        expect(failure).toBeNull();
      });
    await count(1);
    expect(await count(1)).toBe(10);
    expect(await count(100)).toBe(10);
  });
});

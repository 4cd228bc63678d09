import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { referralFields } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { newId } from '../../platform/ids.ts';

interface Page {
  readonly nodes: {
    readonly id: string;
    readonly state: string;
    readonly identity: { givenName: string } | null;
  }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly totalCount: number;
}

const hub = useHub();
let scene: ReferralScene;
const ids: string[] = [];
let firstClient = '';
const stages = ['DRAFT', 'SENT', 'ACCEPTED', 'CLOSED'] as const;

beforeAll(async () => {
  scene = await aReferralScene(hub);
  for (let index = 0; index < 12; index += 1) {
    const client = await aClient(hub, scene.caseworker);
    firstClient ||= client.id;
    hub.clock.advance(1_000);
    const stage = stages[index % stages.length] ?? 'SENT';
    const made = {
      clientId: client.id,
      offeringId: scene.offering.id,
      stage,
      coordinator: scene.coordinator,
    };
    ids.unshift((await aReferral(hub, scene.caseworker, made)).id);
  }
});

const list = async (viewer: Viewer | null, variables: object = {}) => {
  const { data, failure } = await hub.ask<{ referrals: Page } | null>(
    viewer,
    `query ($first: Int, $after: String, $filter: ReferralFilter) {
      referrals(first: $first, after: $after, filter: $filter) {
        nodes { ${referralFields} } pageInfo { endCursor hasNextPage } totalCount } }`,
    { first: 100, ...variables },
  );
  return { page: data?.referrals as Page, failure };
};
const idsOf = ({ nodes }: Page): string[] => nodes.map(({ id }) => id);
const sentIds = (): string[] => ids.filter((_id, index) => (ids.length - 1 - index) % stages.length !== 0);

describe('the list of referrals', () => {
  it('is refused to the anonymous', async () => {
    expect((await list(null)).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('shows the caseworker all they made, the newest first, page by page', async () => {
    const first = await list(scene.caseworker, { first: 5 });
    const second = await list(scene.caseworker, { first: 100, after: first.page.pageInfo.endCursor });
    expect([...idsOf(first.page), ...idsOf(second.page)]).toEqual(ids);
    expect(first.page).toMatchObject({ totalCount: 12, pageInfo: { hasNextPage: true } });
  });

  it('shows the manager the municipality’s, and the receiver what reached it', async () => {
    expect(idsOf((await list(scene.manager)).page)).toEqual(ids);
    const received = await list(scene.coordinator);
    expect(idsOf(received.page)).toEqual(sentIds());
    expect(received.page.totalCount).toBe(9);
    expect(received.page.nodes.filter(({ identity }) => identity).map(({ state }) => state)).toEqual(
      received.page.nodes.map(({ state }) => state).filter((state) => state !== 'SENT'),
    );
  });

  it('is empty for everyone else, and counts nothing', async () => {
    for (const viewer of [scene.colleague, scene.outsider, scene.stranger, scene.volunteer, scene.admin]) {
      expect((await list(viewer)).page).toMatchObject({ nodes: [], totalCount: 0 });
    }
  });

  it('is filtered by side, state, organisation, client, and whether it is open', async () => {
    const by = async (viewer: Viewer, filter: object) => idsOf((await list(viewer, { filter })).page);
    expect(await by(scene.caseworker, { side: 'SENT' })).toEqual(ids);
    expect(await by(scene.caseworker, { side: 'RECEIVED' })).toEqual([]);
    expect(await by(scene.coordinator, { side: 'RECEIVED' })).toEqual(sentIds());
    expect(await by(scene.caseworker, { states: ['DRAFT'] })).toHaveLength(3);
    expect(await by(scene.coordinator, { states: ['DRAFT'] })).toEqual([]);
    expect(await by(scene.caseworker, { open: true })).toHaveLength(9);
    expect(await by(scene.caseworker, { open: false })).toHaveLength(3);
    expect(await by(scene.caseworker, { organisationId: scene.association.id })).toEqual(ids);
    expect(await by(scene.caseworker, { organisationId: newId() })).toEqual([]);
    expect(await by(scene.caseworker, { organisationId: 'x' })).toEqual([]);
    expect(await by(scene.caseworker, { clientId: firstClient })).toEqual([ids.at(-1)]);
  });

  it('does not let the receiver find referrals by client', async () => {
    const client = await aClient(hub, scene.caseworker);
    await aReferral(hub, scene.caseworker, {
      clientId: client.id,
      offeringId: (await scene.makeOffering()).id,
    });
    expect((await list(scene.coordinator, { filter: { clientId: client.id } })).page).toMatchObject({
      nodes: [],
      totalCount: 0,
    });
  });

  it('takes as many statements for one row as for many', async () => {
    for (const viewer of [scene.caseworker, scene.coordinator]) {
      const one = await hub.countStatements(() => list(viewer, { first: 1, filter: { states: ['CLOSED'] } }));
      const many = await hub.countStatements(() =>
        list(viewer, { first: 100, filter: { states: ['SENT', 'ACCEPTED', 'CLOSED'] } }),
      );
      expect(many).toBe(one);
      expect(many).toBeLessThanOrEqual(16);
    }
  });

  it('refuses a cursor of another list and too long pages', async () => {
    expect((await list(scene.caseworker, { after: 'nonsense' })).failure).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'INVALID_CURSOR',
    });
    expect((await list(scene.caseworker, { first: 101 })).failure).toMatchObject({
      reason: 'PAGE_SIZE_OUT_OF_RANGE',
    });
  });
});

describe('a client’s referrals', () => {
  it('stand on the client', async () => {
    const { data } = await hub.ask<{ client: { referrals: Page } }>(
      scene.caseworker,
      'query ($id: ID!) { client(id: $id) { referrals { nodes { id } totalCount } } }',
      { id: firstClient },
    );
    expect(data.client.referrals).toEqual({ nodes: [{ id: ids.at(-1) }], totalCount: 1 });
  });
});

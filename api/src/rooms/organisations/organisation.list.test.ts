import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';

const hub = useHub();
let own: OrganisationMade;
let waiting: OrganisationMade;
let admin: Viewer;

beforeAll(async () => {
  for (const name of ['Öljy', 'Zeta', 'Åland', 'Äiti', 'apu', 'Ápuri', 'Eno', 'Eno'])
    await anOrganisation(hub, { name });
  own = await anOrganisation(hub, {
    name: 'Ilomantsin kunta',
    kind: 'MUNICIPALITY',
    municipalityCode: '146',
  });
  waiting = await anOrganisation(hub, { name: 'Hakija', status: 'APPLIED' });
  await anOrganisation(hub, { name: 'Hylätty', status: 'REJECTED' });
  admin = aViewerIn(own, 'ADMIN');
});

interface Listed {
  organisations: {
    nodes: { id: string; name: string; status: string }[];
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
    totalCount: number;
  };
}
const list = `query ($first: Int, $after: String, $filter: OrganisationFilter) {
  organisations(first: $first, after: $after, filter: $filter) {
    nodes { id name status municipality { code name { value } } canReceiveReferrals viewerCan { update verify } }
    pageInfo { endCursor hasNextPage } totalCount
  }
}`;
const ask = async (viewer: Viewer | null, variables: Record<string, unknown> = {}) =>
  (await hub.ask<Listed>(viewer, list, variables)).data.organisations;
const names = async (viewer: Viewer | null, filter: Record<string, unknown> = {}): Promise<string[]> =>
  (await ask(viewer, { filter, first: 100 })).nodes.map(({ name }) => name);

describe('the list of organisations', () => {
  it('shows everyone the verified ones in Finnish order', async () => {
    expect(await names(null)).toEqual([
      'apu',
      'Ápuri',
      'Eno',
      'Eno',
      'Ilomantsin kunta',
      'Zeta',
      'Åland',
      'Äiti',
      'Öljy',
    ]);
  });

  it('comes in pages without gap or double', async () => {
    const all = await names(null);
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Listed['organisations'] = await ask(null, { first: 1, after });
      seen.push(...page.nodes.map(({ name }) => name));
      expect(page.totalCount).toBe(9);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
  });

  it('is narrowed by text without accents, municipality and kind', async () => {
    expect(await names(null, { text: 'aiti' })).toEqual(['Äiti']);
    expect(await names(null, { text: 'APU' })).toEqual(['apu', 'Ápuri']);
    expect(await names(null, { text: '%' })).toEqual([]);
    expect(await names(null, { municipalityCode: '146' })).toEqual(['Ilomantsin kunta']);
    expect(await names(null, { kind: 'MUNICIPALITY' })).toEqual(['Ilomantsin kunta']);
    expect(await names(aViewerIn(own, 'VOLUNTEER'), { mine: true })).toEqual(['Ilomantsin kunta']);
    expect(await names(null, { mine: true })).toEqual([]);
  });

  it('shows the network’s admins who waits for a decision, and nobody else', async () => {
    expect(await names(admin, { status: 'APPLIED' })).toEqual(['Hakija']);
    expect(await names(admin)).toContain('Hakija');
    expect(await names(admin)).not.toContain('Hylätty');
    expect(await names(admin, { status: 'REJECTED' })).toEqual(['Hylätty']);
    for (const viewer of [null, aViewerIn(own, 'MANAGER')]) {
      expect(await names(viewer, { status: 'APPLIED' })).toEqual([]);
      expect(await names(viewer)).not.toContain('Hakija');
    }
  });

  it('refuses pages that are too long and cursors of others', async () => {
    expect((await hub.ask(null, list, { first: 101 })).failure?.code).toBe('INVALID_INPUT');
    expect((await hub.ask(null, list, { after: 'nonsense' })).failure).toMatchObject({
      reason: 'INVALID_CURSOR',
    });
  });

  it('takes as many statements for many as for one', async () => {
    await ask(null);
    const one = await hub.countStatements(() => ask(aViewerIn(own, 'MANAGER'), { first: 1 }));
    const many = await hub.countStatements(() => ask(aViewerIn(own, 'MANAGER'), { first: 100 }));
    expect(many).toBe(one);
    expect(many).toBe(2);
  });
});

describe('one organisation', () => {
  const one =
    'query ($id: ID!) { organisation(id: $id) { id name businessId description(languages: ["so"]) { value } } }';

  it('is null when it is hidden, absent or no id, alike', async () => {
    for (const id of [waiting.id, newId(), 'nonsense']) {
      expect(await hub.ask(null, one, { id })).toMatchObject({ data: { organisation: null }, failure: null });
    }
  });

  it('is seen by the network’s admin while it waits', async () => {
    expect((await hub.ask(admin, one, { id: waiting.id })).data).toMatchObject({
      organisation: { name: 'Hakija', description: null },
    });
  });
});

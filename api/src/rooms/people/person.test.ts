import { describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember, aPerson, aViewer } from '../../../test/makers/person.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';

const hub = useHub();

const me =
  '{ viewer { assurance person { displayName email languageTag } memberships { role since viewerCan { remove } } } }';
const updateProfile = `mutation ($input: UpdateProfileInput!) {
  updateProfile(input: $input) { person { displayName languageTag email } } }`;
const people = `query ($first: Int, $after: String) { people(first: $first, after: $after) {
  nodes { id displayName email memberships { role } } pageInfo { hasNextPage endCursor } totalCount } }`;

interface People {
  people: {
    nodes: { id: string; email: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
}

const admin = async (): Promise<Viewer> => {
  const { id: organisationId } = await anOrganisation(hub, { kind: 'CITY' });
  return (await aMember(hub, { organisationId, role: 'ADMIN' })).viewer;
};

describe('the viewer', () => {
  it('is nobody without signing in', async () => {
    const { data } = await hub.ask<{ viewer: unknown }>(null, me);
    expect(data.viewer).toEqual({ assurance: 'NONE', person: null, memberships: [] });
  });

  it('is a person with roles', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const { viewer, email } = await aMember(hub, {
      organisationId,
      role: 'VOLUNTEER',
      displayName: 'Aino',
      assurance: 'LINK',
    });
    const { data } = await hub.ask<{ viewer: unknown }>(viewer, me);
    expect(data.viewer).toEqual({
      assurance: 'LINK',
      person: { displayName: 'Aino', email, languageTag: 'fi' },
      memberships: [{ role: 'VOLUNTEER', since: expect.any(String), viewerCan: { remove: true } }],
    });
  });
});

describe('the own account', () => {
  const update = (viewer: Viewer | null, input: Record<string, unknown>): Promise<Answer<unknown>> =>
    hub.ask(viewer, updateProfile, { input });

  it('has a name and a language that change apart', async () => {
    const person = await aPerson(hub, { displayName: 'Aino' });
    const viewer = aViewer({ personId: person.id });
    expect((await update(viewer, { languageTag: 'uk' })).data).toMatchObject({
      updateProfile: { person: { displayName: 'Aino', languageTag: 'uk', email: person.email } },
    });
    expect((await update(viewer, { displayName: ' Aino–Maria ' })).data).toMatchObject({
      updateProfile: { person: { displayName: 'Aino–Maria', languageTag: 'uk' } },
    });
  });

  it('is nobody’s who is not signed in', async () => {
    expect((await update(null, { displayName: 'X' })).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([{ displayName: '' }, { displayName: 'a'.repeat(101) }, { displayName: 'a\u2066b' }])(
    'refuses %j',
    async (input) => {
      const viewer = aViewer({ personId: (await aPerson(hub)).id });
      const { failure } = await update(viewer, input);
      expect(failure).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'input.displayName' }] });
    },
  );
});

describe('the list of accounts', () => {
  it('is for the network admin alone', async () => {
    expect((await hub.ask(null, people)).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
    const { id: organisationId } = await anOrganisation(hub);
    const coordinator = await aMember(hub, { organisationId, role: 'COORDINATOR' });
    expect((await hub.ask(coordinator.viewer, people)).failure).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('comes in pages that hold everyone once, with the same statements for one as for many', async () => {
    const viewer = await admin();
    const { id: organisationId } = await anOrganisation(hub);
    for (let count = 0; count < 7; count += 1) await aMember(hub, { organisationId, role: 'VOLUNTEER' });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Answer<People> = await hub.ask<People>(viewer, people, { first: 3, after });
      seen.push(...data.people.nodes.map(({ id }) => id));
      after = data.people.pageInfo.hasNextPage ? data.people.pageInfo.endCursor : null;
    } while (after);
    const { data } = await hub.ask<People>(viewer, people, { first: 100 });
    expect(seen).toEqual(data.people.nodes.map(({ id }) => id));
    expect(new Set(seen).size).toBe(data.people.totalCount);
    const [one, many] = [
      await hub.countStatements(() => hub.ask(viewer, people, { first: 1 })),
      await hub.countStatements(() => hub.ask(viewer, people, { first: 100 })),
    ];
    expect(one).toBe(many);
    expect(many).toBeLessThanOrEqual(3);
  });

  it.each([0, 101, -1])('refuses a page of %i', async (first) => {
    expect((await hub.ask(await admin(), people, { first })).failure).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

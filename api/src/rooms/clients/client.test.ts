import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { newId } from '../../platform/ids.ts';

const hub = useHub();
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});

const update =
  'mutation ($input: UpdateClientInput!) { updateClient(input: $input) { client { id version languages registerReference identity { givenName contact } } } }';
const read =
  'query ($id: ID!) { client(id: $id) { id pseudonym identity { givenName contactKind contact safeContactNote } viewerCan { update recordConsent refer } } }';
const identity = { givenName: 'Samira', contactKind: 'PHONE', contact: '040 123 4567' };

describe('a client', () => {
  it('shows who it is to its caseworker alone, and records each reading', async () => {
    const client = await aClient(hub, scene.caseworker);
    const { data } = await hub.ask<{ client: { identity: object } }>(scene.caseworker, read, {
      id: client.id,
    });
    expect(data.client.identity).toEqual({
      givenName: 'Samira',
      contactKind: 'PHONE',
      contact: '+358401234567',
      safeContactNote: 'Only messages',
    });
    const readings = await scene.auditRows(client.id, 'client.readIdentity');
    expect(readings).toEqual([{ personId: scene.caseworker.personId }]);
  });

  it('hides who it is without a strong sign-in', async () => {
    const client = await aClient(hub, scene.caseworker);
    const { data } = await hub.ask<{ client: { identity: null } }>(
      { ...scene.caseworker, assurance: 'LINK' },
      read,
      { id: client.id },
    );
    expect(data.client.identity).toBeNull();
    expect(await scene.auditRows(client.id, 'client.readIdentity')).toEqual([]);
  });

  it('shows the municipality’s manager the row without who it is', async () => {
    const client = await aClient(hub, scene.caseworker);
    const { data } = await hub.ask(scene.manager, read, { id: client.id });
    expect(data).toEqual({
      client: {
        id: client.id,
        pseudonym: client.pseudonym,
        identity: null,
        viewerCan: { update: false, recordConsent: false, refer: false },
      },
    });
  });

  it('does not exist for anyone else', async () => {
    const client = await aClient(hub, scene.caseworker);
    for (const viewer of [scene.colleague, scene.coordinator, scene.stranger, scene.admin]) {
      const found = await hub.ask(viewer, read, { id: client.id });
      const absent = await hub.ask(viewer, read, { id: newId() });
      expect(found).toEqual(absent);
      const list = await hub.ask<{ clients: { nodes: { id: string }[] } }>(
        viewer,
        '{ clients { nodes { id } totalCount } }',
      );
      expect(list.data.clients).toEqual({ nodes: [], totalCount: 0 });
      const changed = await hub.ask(viewer, update, { input: { clientId: client.id, version: 1 } });
      const none = await hub.ask(viewer, update, { input: { clientId: newId(), version: 1 } });
      expect(changed.failure).toEqual(none.failure);
      expect(changed.failure).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await hub.ask(null, read, { id: client.id })).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is gone for a caseworker who left the municipality', async () => {
    const client = await aClient(hub, scene.caseworker);
    const { data } = await hub.ask({ ...scene.caseworker, memberships: [] }, read, { id: client.id });
    expect(data).toEqual({ client: null });
  });
});

describe('changing a client', () => {
  it('changes what is given and raises the version', async () => {
    const client = await aClient(hub, scene.caseworker, { registerReference: 'KAJ-1' });
    const { data } = await hub.ask(scene.caseworker, update, {
      input: {
        clientId: client.id,
        version: 1,
        languages: ['so', 'en'],
        identity: { ...identity, contactKind: 'MAIL', contact: 's@example.org' },
      },
    });
    expect(data).toEqual({
      updateClient: {
        client: {
          id: client.id,
          version: 2,
          languages: ['so', 'en'],
          registerReference: 'KAJ-1',
          identity: { givenName: 'Samira', contact: 's@example.org' },
        },
      },
    });
  });

  it('refuses a stale version, and tells the one that holds', async () => {
    const client = await aClient(hub, scene.caseworker);
    await hub.ask(scene.caseworker, update, {
      input: { clientId: client.id, version: 1, registerReference: 'A' },
    });
    const { failure } = await hub.ask(scene.caseworker, update, {
      input: { clientId: client.id, version: 1, registerReference: 'B' },
    });
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION', facts: { version: 2 } });
  });

  it('needs a strong sign-in only for who the client is', async () => {
    const client = await aClient(hub, scene.caseworker);
    const byLink = { ...scene.caseworker, assurance: 'LINK' as const };
    const { failure } = await hub.ask(byLink, update, {
      input: { clientId: client.id, version: 1, identity },
    });
    expect(failure).toMatchObject({ code: 'FORBIDDEN', reason: 'STRONG_SIGN_IN_NEEDED' });
    const fine = await hub.ask(byLink, update, {
      input: { clientId: client.id, version: 1, registerReference: null },
    });
    expect(fine.failure).toBeNull();
  });

  it('is not for the manager', async () => {
    const client = await aClient(hub, scene.caseworker);
    const { failure } = await hub.ask(scene.manager, update, { input: { clientId: client.id, version: 1 } });
    expect(failure).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_ALLOWED' });
  });
});

describe('the list of clients', () => {
  const list =
    'query ($first: Int, $after: String) { clients(first: $first, after: $after) { nodes { id organisation { id } municipality { code } identity { givenName } consents { id organisation { id } } } pageInfo { endCursor hasNextPage } totalCount } }';

  it('is refused to the anonymous', async () => {
    expect((await hub.ask(null, '{ clients { nodes { id } } }')).failure).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('goes page by page, the newest first, in as many statements for one row as for many', async () => {
    const { caseworker, makeCaseworker } = scene;
    const other = await makeCaseworker();
    const made: string[] = [];
    for (let index = 0; index < 12; index += 1) made.unshift((await aClient(hub, other)).id);
    type Page = {
      clients: {
        nodes: { id: string; identity: { givenName: string } }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
        totalCount: number;
      };
    };
    const one = await hub.countStatements(() => hub.ask(other, list, { first: 1 }));
    const many = await hub.countStatements(() => hub.ask(other, list, { first: 100 }));
    expect(many).toBe(one);
    const first = await hub.ask<Page>(other, list, { first: 7 });
    const second = await hub.ask<Page>(other, list, {
      first: 7,
      after: first.data.clients.pageInfo.endCursor,
    });
    const ids = [...first.data.clients.nodes, ...second.data.clients.nodes].map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(made));
    expect(first.data.clients.totalCount).toBe(12);
    expect(second.data.clients.pageInfo.hasNextPage).toBe(false);
    expect(first.data.clients.nodes[0]?.identity.givenName).toBe('Samira');
    const own = await hub.ask<Page>(caseworker, list, { first: 100 });
    expect(own.data.clients.nodes.some(({ id }) => made.includes(id))).toBe(false);
  });
});

import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aMember } from '../../../test/makers/person.ts';
import { askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { MemberService } from '../people/index.ts';

const hub = useHub();
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});

interface Team {
  readonly clientCount: number;
  readonly caseworkers: readonly {
    personId: string;
    displayName: string;
    clientCount: number | null;
    hasLeft: boolean;
  }[];
}

const handOver = async (viewer: Viewer | null, input: object) => {
  const { data, failure } = await hub.ask<{ handOverClients: Team } | null>(
    viewer,
    `mutation ($input: HandOverClientsInput!) { handOverClients(input: $input) {
       clientCount caseworkers { personId displayName isViewer clientCount hasLeft viewerCan { handOverClients } } } }`,
    { input: { organisationId: scene.municipality.id, ...input } },
  );
  return { handed: data?.handOverClients, failure };
};

const identityFor = async (viewer: Viewer, id: string) => {
  const { data } = await hub.ask<{ client: { identity: { givenName: string } | null } | null }>(
    viewer,
    'query ($id: ID!) { client(id: $id) { identity { givenName } } }',
    { id },
  );
  return data.client;
};

const aCaseload = async () => {
  const caseworker = await scene.makeCaseworker();
  const client = await aClient(hub, caseworker);
  const referral = await aReferral(hub, caseworker, {
    clientId: client.id,
    offeringId: scene.offering.id,
    stage: 'ACCEPTED',
    coordinator: scene.coordinator,
  });
  return { caseworker, client, referral };
};

describe('handing clients over', () => {
  it('gives them, who they are and their referrals to the colleague, and takes them from the one who had them', async () => {
    const { caseworker, client, referral } = await aCaseload();
    const { handed } = await handOver(caseworker, { toPersonId: scene.colleague.personId });
    expect(handed?.clientCount).toBe(1);
    expect(await identityFor(scene.colleague, client.id)).toEqual({ identity: { givenName: 'Samira' } });
    expect(await identityFor(caseworker, client.id)).toBeNull();
    expect(await askReferral(hub, scene.colleague, referral.id)).toMatchObject({ state: 'ACCEPTED' });
    expect(await askReferral(hub, caseworker, referral.id)).toBeNull();
    expect(await scene.auditRows(client.id, 'client.handOver')).toEqual([{ personId: caseworker.personId }]);
  });

  it('writes it into the history of each referral and leaves the receiver its access', async () => {
    const { caseworker, referral } = await aCaseload();
    await handOver(caseworker, { toPersonId: scene.colleague.personId });
    const { data } = await hub.ask<{
      referral: { events: { action: string; toState: string }[]; identity: object | null };
    }>(
      scene.coordinator,
      'query ($id: ID!) { referral(id: $id) { events { action toState } identity { givenName } } }',
      {
        id: referral.id,
      },
    );
    expect(data.referral.events.at(-1)).toEqual({ action: 'reassign', toState: 'ACCEPTED' });
    expect(data.referral.identity).toEqual({ givenName: 'Samira' });
  });

  it('is for the manager too, for named clients and for those whom nobody serves, without seeing who they are', async () => {
    const leaver = await aMember(hub, { organisationId: scene.municipality.id, role: 'CASEWORKER' });
    const clients = [await aClient(hub, leaver.viewer), await aClient(hub, leaver.viewer)];
    const toPersonId = scene.colleague.personId;
    const named = { fromPersonId: leaver.id, toPersonId, clientIds: [clients[0]?.id] };
    expect((await handOver(scene.manager, named)).handed?.clientCount).toBe(1);
    await hub.hub.get(MemberService).remove(scene.manager, leaver.membershipId);
    const rest = await handOver(scene.manager, { fromNobody: true, toPersonId });
    expect(rest.handed?.clientCount).toBe(1);
    expect(rest.handed?.caseworkers.map(({ personId }) => personId)).not.toContain(leaver.id);
    for (const { id } of clients) {
      expect(await identityFor(scene.manager, id)).toEqual({ identity: null });
      expect(await identityFor(scene.colleague, id)).toEqual({ identity: { givenName: 'Samira' } });
    }
  });

  it('tells the colleague by mail, with a number and a link and nothing of the clients', async () => {
    const { caseworker, client } = await aCaseload();
    await handOver(caseworker, { toPersonId: scene.colleague.personId });
    const told = (await scene.outbox()).filter(({ template }) => template === 'clients.handed-over').at(-1);
    expect(told?.values).toEqual({
      count: '1',
      url: expect.stringMatching(/\/caseworker\/clients$/) as string,
    });
    expect(JSON.stringify(told)).not.toContain(client.pseudonym);
  });

  it('refuses whoever has no say, and people who do not work with the municipality’s clients', async () => {
    const { caseworker, client } = await aCaseload();
    const toPersonId = scene.colleague.personId;
    expect((await handOver(null, { toPersonId })).failure?.code).toBe('UNAUTHENTICATED');
    for (const viewer of [scene.coordinator, scene.admin, scene.outsider])
      expect((await handOver(viewer, { toPersonId })).failure?.code).toBe('FORBIDDEN');
    const others = { fromPersonId: caseworker.personId, toPersonId };
    expect((await handOver(scene.colleague, others)).failure?.code).toBe('FORBIDDEN');
    for (const to of [scene.outsider, scene.manager, scene.coordinator, caseworker])
      expect((await handOver(caseworker, { toPersonId: to.personId })).failure).toMatchObject({
        code: 'INVALID_INPUT',
        reason: 'CASEWORKER_UNKNOWN',
      });
    const foreign = await handOver(caseworker, { toPersonId, clientIds: [client.id, scene.client.id] });
    expect(foreign.failure?.code).toBe('NOT_FOUND');
    expect(await identityFor(caseworker, client.id)).not.toBeNull();
  });

  it('is refused by the database alone to a colleague, another municipality and a coordinator', async () => {
    const { client } = await aCaseload();
    for (const viewer of [scene.colleague, scene.outsider, scene.coordinator, scene.admin]) {
      const changed = await hub.hub.db.write(viewer, (tx) =>
        tx.query(
          sql`update clients set caseworker_id = ${viewer.personId} where id = ${client.id} returning id`,
        ),
      );
      expect(changed).toEqual([]);
    }
    const abroad = hub.hub.db.write(scene.manager, (tx) =>
      tx.query(sql`update clients set organisation_id = ${scene.association.id} where id = ${client.id}`),
    );
    await expect(abroad).rejects.toThrow(/row-level security/);
  });
});

describe('the caseworkers of a municipality', () => {
  const team = async (viewer: Viewer | null) => {
    const { data, failure } = await hub.ask<{ caseworkers: Team['caseworkers'] } | null>(
      viewer,
      'query ($id: ID!) { caseworkers(organisationId: $id) { personId displayName clientCount hasLeft } }',
      { id: scene.municipality.id },
    );
    return { rows: data?.caseworkers ?? [], failure };
  };

  it('are shown by name to those who work there, the numbers to themselves and the manager', async () => {
    const { rows } = await team(scene.caseworker);
    const countOf = (viewer: Viewer, all = rows) =>
      all.find(({ personId }) => personId === viewer.personId)?.clientCount;
    expect(rows.every(({ displayName }) => displayName !== '')).toBe(true);
    expect(countOf(scene.caseworker)).toBe(1);
    expect(countOf(scene.colleague)).toBeNull();
    expect(countOf(scene.caseworker, (await team(scene.manager)).rows)).toBe(1);
  });

  it('are no one else’s to see', async () => {
    for (const viewer of [scene.outsider, scene.coordinator, scene.admin])
      expect((await team(viewer)).failure?.code).toBe('FORBIDDEN');
    expect((await team(null)).failure?.code).toBe('UNAUTHENTICATED');
  });
});

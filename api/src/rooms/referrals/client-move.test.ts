import sql from 'sql-template-tag';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember } from '../../../test/makers/person.ts';
import { aReferral, type ReferralWish } from '../../../test/makers/referral.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';

const hub = useHub();
let scene: ReferralScene;
let toOrganisationId: string;
let taker: Viewer;
let clientId: string;

const made = async (stage: ReferralWish['stage']) => {
  const { id: offeringId } = await scene.makeOffering();
  return aReferral(hub, scene.caseworker, { clientId, offeringId, stage, coordinator: scene.coordinator });
};

beforeAll(async () => {
  scene = await aReferralScene(hub);
  toOrganisationId = (await anOrganisation(hub, { kind: 'MUNICIPALITY', municipalityCode: '426' })).id;
  const member = await aMember(hub, { organisationId: toOrganisationId, role: 'CASEWORKER' });
  taker = { ...member.viewer, assurance: 'STRONG' };
});
beforeEach(async () => {
  ({ id: clientId } = await aClient(hub, scene.caseworker));
});

const preview = async (viewer: Viewer | null) => {
  const { data, failure } = await hub.ask<{
    clientMovePreview: { effects: { kind: string; goes: string; count: number }[] };
  } | null>(
    viewer,
    'query ($c: ID!, $o: ID!) { clientMovePreview(clientId: $c, toOrganisationId: $o) { effects { kind goes count } } }',
    { c: clientId, o: toOrganisationId },
  );
  return { effects: data?.clientMovePreview.effects ?? [], failure };
};

const move = async (viewer: Viewer | null, change: object = {}) => {
  const { data, failure } = await hub.ask<{ moveClient: { moveId: string } } | null>(
    viewer,
    'mutation ($input: MoveClientInput!) { moveClient(input: $input) { moveId } }',
    { input: { clientId, version: 1, toOrganisationId, isClientTold: true, ...change } },
  );
  return { moveId: data?.moveClient.moveId ?? '', failure };
};

const decide = (viewer: Viewer | null, mutation: string, moveId: string) =>
  hub.ask<Record<string, { clientId: string | null }> | null>(
    viewer,
    `mutation ($input: ClientMoveInput!) { ${mutation}(input: $input) { moveId clientId } }`,
    { input: { moveId } },
  );

const offers = async (viewer: Viewer) => {
  const { data } = await hub.ask<{
    clientMoves: { id: string; client: object | null; languages: string[]; viewerCan: object }[];
  }>(viewer, '{ clientMoves { id client { id } languages viewerCan { accept decline cancel } } }');
  return data.clientMoves;
};

const seen = async (viewer: Viewer) => {
  const { data } = await hub.ask<{
    client: {
      version: number;
      registerReference: string | null;
      identity: { givenName: string } | null;
      consents: { isActive: boolean }[];
      referrals: { nodes: { id: string; state: string; referrerName: string }[] };
    } | null;
  }>(
    viewer,
    `query ($id: ID!) { client(id: $id) { version registerReference identity { givenName } consents { isActive }
       referrals(first: 20) { nodes { id state referrerName } } } }`,
    { id: clientId },
  );
  return data.client;
};

describe('a client who goes to another municipality', () => {
  it('is offered by their caseworker alone, told of it, to another municipality', async () => {
    for (const viewer of [scene.colleague, scene.outsider, scene.coordinator, taker, scene.admin])
      expect((await move(viewer)).failure?.code).toBe('NOT_FOUND');
    expect((await move(null)).failure?.code).toBe('UNAUTHENTICATED');
    expect((await move(scene.manager)).failure?.code).toBe('FORBIDDEN');
    expect((await move({ ...scene.caseworker, assurance: 'LINK' })).failure?.reason).toBe(
      'STRONG_SIGN_IN_NEEDED',
    );
    const refused: readonly (readonly [object, string])[] = [
      [{ toOrganisationId: scene.association.id }, 'MUNICIPALITY_UNKNOWN'],
      [{ toOrganisationId: scene.municipality.id }, 'MUNICIPALITY_UNKNOWN'],
      [{ isClientTold: false }, 'CLIENT_NOT_TOLD'],
      [{ version: 7 }, 'STALE_VERSION'],
    ];
    for (const [change, reason] of refused)
      expect((await move(scene.caseworker, change)).failure?.reason).toBe(reason);
    expect((await move(scene.caseworker)).failure).toBeNull();
    expect((await move(scene.caseworker)).failure?.reason).toBe('ALREADY_OFFERED');
    const told = (await scene.outbox()).filter(({ template }) => template === 'clients.move-offered');
    expect(told.map(({ values }) => Object.keys(values))).toEqual([['url']]);
  });

  it('stays where they are, unseen by the other side, until somebody there takes over', async () => {
    const { moveId } = await move(scene.caseworker);
    expect(await seen(taker)).toBeNull();
    expect((await offers(taker)).find(({ id }) => id === moveId)).toMatchObject({
      client: null,
      viewerCan: { accept: true, decline: true, cancel: false },
    });
    expect((await offers(scene.caseworker)).find(({ id }) => id === moveId)).toMatchObject({
      client: { id: clientId },
      viewerCan: { accept: false, decline: false, cancel: true },
    });
    for (const viewer of [scene.colleague, scene.outsider, scene.coordinator])
      expect((await offers(viewer)).filter(({ id }) => id === moveId)).toEqual([]);
    for (const viewer of [scene.outsider, scene.coordinator, scene.colleague])
      expect((await decide(viewer, 'acceptClientMove', moveId)).failure?.code).toBe('NOT_FOUND');
    expect((await decide(scene.caseworker, 'acceptClientMove', moveId)).failure?.code).toBe('FORBIDDEN');
    // The database's own door is shut to everybody else too.
    const bypassed = await hub.hub.db.read<{ taken: string | null }>(
      scene.outsider,
      sql`select take_over_client(${moveId}::uuid, 'Koivu-1000', now()) as taken`,
    );
    expect(bypassed).toEqual([{ taken: null }]);
    expect((await decide(taker, 'declineClientMove', moveId)).failure).toBeNull();
    expect((await decide(taker, 'acceptClientMove', moveId)).failure?.code).toBe('NOT_FOUND');
    expect((await seen(scene.caseworker))?.identity?.givenName).toBe('Samira');
  });

  it('takes along what goes on, ends the rest, and is as the preview said, in one step', async () => {
    const running = await made('IN_PROGRESS');
    const sent = await made('SENT');
    const closed = await made('CLOSED');
    const draft = await made('DRAFT');
    const shown = await preview(scene.caseworker);
    expect(shown.failure).toBeNull();
    const effects = Object.fromEntries(shown.effects.map(({ kind, goes, count }) => [kind, [goes, count]]));
    expect(effects).toMatchObject({
      CLIENT: ['MOVES', 1],
      IDENTITY: ['MOVES', 1],
      OPEN_REFERRALS: ['MOVES', 2],
      ENDED_REFERRALS: ['MOVES', 1],
      CASEWORKER: ['ENDS', 1],
      DRAFTS: ['ENDS', 1],
    });
    const { moveId } = await move(scene.caseworker);
    const { data, failure } = await decide(taker, 'acceptClientMove', moveId);
    expect(failure).toBeNull();
    expect(data?.['acceptClientMove']?.clientId).toBe(clientId);
    expect(await seen(scene.caseworker)).toBeNull();
    expect(await seen(scene.manager)).toBeNull();
    const now = await seen(taker);
    expect(now?.identity?.givenName).toBe('Samira');
    const states = Object.fromEntries(now?.referrals.nodes.map(({ id, state }) => [id, state]) ?? []);
    expect(states).toEqual({ [running.id]: 'IN_PROGRESS', [sent.id]: 'SENT', [closed.id]: 'CLOSED' });
    expect(states[draft.id]).toBeUndefined();
    const inUse = shown.effects.find(({ kind }) => kind === 'CONSENTS_IN_USE')?.count ?? 0;
    expect(now?.consents.filter(({ isActive }) => isActive)).toHaveLength(inUse);
    const receiver = await hub.ask<{ referral: { identity: { givenName: string } | null } | null }>(
      scene.coordinator,
      'query ($id: ID!) { referral(id: $id) { identity { givenName } } }',
      { id: running.id },
    );
    expect(receiver.data.referral?.identity?.givenName).toBe('Samira');
    const rows = await scene.queryAs(
      'hub_auditor',
      `select organisation_id as id from audit_log where action = 'client.acceptMove' and client_ids @> array[$1::uuid]`,
      [clientId],
    );
    expect(rows.map(({ id }) => id).sort()).toEqual([scene.municipality.id, toOrganisationId].sort());
    expect((await scene.outbox()).filter(({ template }) => template === 'clients.move-decided')).not.toEqual(
      [],
    );
    // Nothing of the client is left behind under the old municipality.
    const left = await hub.hub.db.read<{ table: string }>(
      systemViewer('test'),
      sql`select 'referrals' as table from referrals where client_id = ${clientId} and referring_organisation_id = ${scene.municipality.id}
          union all select 'consents' from consents where client_id = ${clientId} and referring_organisation_id = ${scene.municipality.id}
          union all select 'identities' from client_identities where client_id = ${clientId} and organisation_id = ${scene.municipality.id}
          union all select 'events' from referral_events e join referrals r on r.id = e.referral_id
            where r.client_id = ${clientId} and e.referring_organisation_id = ${scene.municipality.id}`,
    );
    expect(left).toEqual([]);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { SessionService } from '../people/index.ts';

const hub = useHub();
let scene: ReferralScene;
let away: Viewer;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});
beforeEach(async () => {
  hub.clock.set(new Date('2026-11-24T09:00:00+02:00'));
  away = await scene.makeCaseworker();
});

/** As someone asks with a new session now: the viewer that the hub itself finds. */
const signedIn = async (viewer: Viewer): Promise<Viewer> => {
  const sessions = hub.hub.get(SessionService);
  const cookie = await hub.hub.db.write(systemViewer('test'), (tx) =>
    sessions.open(tx, viewer.personId ?? '', 'STRONG'),
  );
  return (await sessions.viewerOf(cookie.value, 'fi')).viewer;
};

const delegate = async (viewer: Viewer | null, input: object) => {
  const { data, failure } = await hub.ask<{
    delegateClients: {
      caseworkers: { personId: string; delegations: { id: string; startsOn: string; endsOn: string }[] }[];
    };
  } | null>(
    viewer,
    `mutation ($input: DelegateClientsInput!) { delegateClients(input: $input) {
       caseworkers { personId delegations { id standInId standInName startsOn endsOn viewerCan { end } } } } }`,
    {
      input: {
        organisationId: scene.municipality.id,
        toPersonId: scene.colleague.personId,
        startsOn: '2026-11-25',
        endsOn: '2026-12-04',
        ...input,
      },
    },
  );
  const own = data?.delegateClients.caseworkers.find(({ personId }) => personId === away.personId);
  return { delegations: own?.delegations ?? [], failure };
};

const clientFor = async (viewer: Viewer, id: string) => {
  const { data } = await hub.ask<{
    client: { identity: object | null; registerReference: string | null; viewerCan: object } | null;
  }>(
    viewer,
    'query ($id: ID!) { client(id: $id) { registerReference identity { givenName } viewerCan { update recordConsent refer } } }',
    { id },
  );
  return data.client;
};

const aReferralOf = async (caseworker: Viewer, stage: 'SENT' | 'ACCEPTED' = 'SENT') => {
  const client = await aClient(hub, caseworker, { registerReference: 'R-1' });
  const referral = await aReferral(hub, caseworker, {
    clientId: client.id,
    offeringId: scene.offering.id,
    stage,
    coordinator: scene.coordinator,
  });
  return { client, referral };
};

describe('standing in for a caseworker who is away', () => {
  it('opens the clients without who they are, and their referrals, on its days and no other', async () => {
    const { client, referral } = await aReferralOf(away);
    const { delegations } = await delegate(away, {});
    expect(delegations).toEqual([
      expect.objectContaining({
        standInId: scene.colleague.personId,
        startsOn: '2026-11-25',
        endsOn: '2026-12-04',
      }),
    ]);
    const days = [
      ['2026-11-24T23:59:59+02:00', false],
      ['2026-11-25T00:00:00+02:00', true],
      ['2026-12-04T23:59:00+02:00', true],
      ['2026-12-05T00:00:00+02:00', false],
    ] as const;
    for (const [at, isOpen] of days) {
      hub.clock.set(new Date(at));
      const standIn = await signedIn(scene.colleague);
      expect([at, await clientFor(standIn, client.id)]).toEqual([
        at,
        isOpen
          ? {
              identity: null,
              registerReference: null,
              viewerCan: { update: false, recordConsent: false, refer: false },
            }
          : null,
      ]);
      expect((await askReferral(hub, standIn, referral.id))?.state).toBe(isOpen ? 'SENT' : undefined);
    }
  });

  it('lets the colleague answer and withdraw, as the referrer', async () => {
    const { referral } = await aReferralOf(away);
    await delegate(away, { startsOn: '2026-11-24' });
    const standIn = await signedIn(scene.colleague);
    const { data } = await hub.ask<{ referrals: { nodes: { id: string; moves: string[] }[] } }>(
      standIn,
      '{ referrals(first: 50, filter: { side: SENT }) { nodes { id moves } } }',
    );
    expect(data.referrals.nodes).toContainEqual({ id: referral.id, moves: ['WITHDRAW'] });
    const { failure } = await hub.ask(
      standIn,
      'mutation ($input: WithdrawReferralInput!) { withdrawReferral(input: $input) { referral { state } } }',
      { input: { referralId: referral.id, version: referral.version, reason: 'CLIENT_CHANGED_MIND' } },
    );
    expect(failure).toBeNull();
  });

  it('ends before its day when the one who is away, or the manager, says so', async () => {
    const { client } = await aReferralOf(away);
    const { delegations } = await delegate(scene.manager, {
      fromPersonId: away.personId,
      startsOn: '2026-11-24',
    });
    expect(await clientFor(await signedIn(scene.colleague), client.id)).not.toBeNull();
    const end = (viewer: Viewer) =>
      hub.ask(
        viewer,
        'mutation ($input: EndDelegationInput!) { endDelegation(input: $input) { caseworkers { personId } } }',
        { input: { delegationId: delegations[0]?.id } },
      );
    expect((await end(scene.colleague)).failure?.code).toBe('FORBIDDEN');
    expect((await end(scene.outsider)).failure?.code).toBe('NOT_FOUND');
    expect((await end(away)).failure).toBeNull();
    expect((await end(away)).failure).toBeNull();
    expect(await clientFor(await signedIn(scene.colleague), client.id)).toBeNull();
  });

  it('refuses wrong days, doubles, outsiders, and whoever has no say', async () => {
    for (const [days, reason] of [
      [{ startsOn: '2026-11-23' }, 'LEAVE_NOT_ALLOWED'],
      [{ endsOn: '2026-11-24' }, 'LEAVE_NOT_ALLOWED'],
      [{ endsOn: '2028-01-01' }, 'LEAVE_NOT_ALLOWED'],
      [{ toPersonId: away.personId }, 'CASEWORKER_UNKNOWN'],
      [{ toPersonId: scene.outsider.personId }, 'CASEWORKER_UNKNOWN'],
    ] as const)
      expect((await delegate(away, days)).failure?.reason).toBe(reason);
    expect((await delegate(away, {})).failure).toBeNull();
    expect((await delegate(away, { startsOn: '2026-12-04' })).failure?.reason).toBe('ALREADY_DELEGATED');
    for (const viewer of [scene.colleague, scene.coordinator, scene.admin, scene.outsider])
      expect((await delegate(viewer, { fromPersonId: away.personId })).failure?.code).toBe('FORBIDDEN');
    expect((await delegate(null, {})).failure?.code).toBe('UNAUTHENTICATED');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral, type ReferralWish } from '../../../test/makers/referral.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { ReferralView } from './referral.view.ts';

const hub = useHub();
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});

const made = async (stage: ReferralWish['stage']): Promise<ReferralView> => {
  const { id: clientId } = await aClient(hub, scene.caseworker);
  const offeringId = scene.offering.id;
  return aReferral(hub, scene.caseworker, { clientId, offeringId, stage, coordinator: scene.coordinator });
};

const reassign = (
  viewer: Viewer | null,
  { id, version }: Pick<ReferralView, 'id' | 'version'>,
  to: Viewer = scene.colleague,
) =>
  hub.ask<{ reassignReferral: { referral: { version: number; referrerName: string } } } | null>(
    viewer,
    `mutation ($input: ReassignReferralInput!) {
       reassignReferral(input: $input) { referral { version referrerName viewerCan { reassign } } } }`,
    { input: { referralId: id, version, caseworkerId: to.personId, reason: 'WORKLOAD' } },
  );

const seenBy = async (viewer: Viewer, id: string) => {
  const { data } = await hub.ask<{
    referral: { client: object | null; viewerCan: { reassign: boolean; withdraw: boolean } } | null;
  }>(
    viewer,
    'query ($id: ID!) { referral(id: $id) { client { id identity { givenName } } viewerCan { reassign withdraw } } }',
    { id },
  );
  return data.referral;
};

describe('giving a referral to another caseworker', () => {
  it('is for the municipality’s manager, while it has not ended', async () => {
    const sent = await made('SENT');
    expect((await reassign(null, sent)).failure?.code).toBe('UNAUTHENTICATED');
    for (const viewer of [scene.colleague, scene.outsider, scene.stranger, scene.admin])
      expect((await reassign(viewer, sent)).failure?.code).toBe('NOT_FOUND');
    for (const viewer of [scene.caseworker, scene.coordinator])
      expect((await reassign(viewer, sent)).failure?.code).toBe('FORBIDDEN');
    expect((await reassign(scene.manager, await made('CLOSED'))).failure?.reason).toBe('NOT_REASSIGNABLE');
    for (const to of [scene.outsider, scene.coordinator, scene.caseworker])
      expect((await reassign(scene.manager, sent, to)).failure?.reason).toBe('CASEWORKER_UNKNOWN');
    expect((await reassign(scene.manager, { ...sent, version: 0 })).failure?.reason).toBe('STALE_VERSION');
  });

  it('takes it from the one and tells the other, who learns no more of the client than the referral says', async () => {
    const running = await made('IN_PROGRESS');
    const { data, failure } = await reassign(scene.manager, running);
    expect(failure).toBeNull();
    expect(data?.reassignReferral.referral.version).toBe(running.version + 1);
    expect(await seenBy(scene.caseworker, running.id)).toBeNull();
    expect(await seenBy(scene.colleague, running.id)).toEqual({
      client: null,
      viewerCan: { reassign: false, withdraw: false },
    });
    expect(await scene.auditRows(running.id, 'referral.reassign')).toEqual([
      { personId: scene.manager.personId },
    ]);
    const told = (await scene.outbox()).at(-1);
    expect(told).toMatchObject({ template: 'referrals.answered' });
    expect(Object.keys(told?.values ?? {})).toEqual(['url']);
  });
});

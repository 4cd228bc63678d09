import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient, aConsent } from '../../../test/makers/client.ts';
import { askMove, askReferral, type AskedReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';

const hub = useHub();
let scene: ReferralScene;
let clientId: string;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});
beforeEach(async () => {
  clientId = (await aClient(hub, scene.caseworker)).id;
});

const moveOf = ({ id, version }: AskedReferral) => ({ referralId: id, version });
const create = async (more: object = {}): Promise<AskedReferral> => {
  const input = {
    clientId,
    offeringId: scene.offering.id,
    needCategory: 'COMPANY',
    note: 'Evenings suit best.',
    ...more,
  };
  const { failure, referral } = await askMove(hub, scene.caseworker, 'create', input);
  expect(failure).toBeNull();
  return referral;
};
const consent = (more: object = {}) =>
  aConsent(hub, scene.caseworker, { clientId, organisationId: scene.association.id, ...more });
const seenBy = (viewer: ReferralScene['caseworker'], id: string) =>
  askReferral(hub, viewer, id) as Promise<AskedReferral>;

describe('a referral', () => {
  it('tells both sides by mail, each in their language, with a link and nothing else', async () => {
    const draft = await create();
    await consent();
    const { referral } = await askMove(hub, scene.caseworker, 'send', moveOf(draft));
    await askMove(hub, scene.coordinator, 'decline', moveOf(referral));
    const messages = await scene.outbox();
    const sent = messages.filter(({ values }) => values['url']?.endsWith(referral.id));
    const inOrder = sent.toSorted((a, b) =>
      `${a.template} ${a.languageTag}`.localeCompare(`${b.template} ${b.languageTag}`),
    );
    // With what belongs together in one mail; see the notices room.
    expect(inOrder.map(({ notice: _notice, ...message }) => message)).toEqual([
      {
        kind: 'mail',
        to: scene.addresses.caseworker,
        template: 'referrals.answered',
        languageTag: 'en',
        values: { url: `http://hub.test/en/referrals/${referral.id}` },
      },
      {
        kind: 'mail',
        to: scene.addresses.coordinator,
        template: 'referrals.received',
        languageTag: 'ar',
        values: { url: `http://hub.test/ar/referrals/${referral.id}` },
      },
      {
        kind: 'mail',
        to: scene.addresses.secondCoordinator,
        template: 'referrals.received',
        languageTag: 'so',
        values: { url: `http://hub.test/so/referrals/${referral.id}` },
      },
    ]);
  });

  it('can be declined and then made anew', async () => {
    const draft = await create();
    await consent();
    const { referral } = await askMove(hub, scene.caseworker, 'send', moveOf(draft));
    await askMove(hub, scene.coordinator, 'decline', { ...moveOf(referral), reason: 'OUT_OF_SCOPE' });
    expect(await seenBy(scene.caseworker, referral.id)).toMatchObject({
      state: 'DECLINED',
      declineReason: 'OUT_OF_SCOPE',
    });
    expect((await create()).id).not.toBe(referral.id);
  });

  it('can be withdrawn by the municipality’s manager, and the receiver is not told why', async () => {
    const draft = await create();
    await consent();
    const { referral } = await askMove(hub, scene.caseworker, 'send', moveOf(draft));
    const { referral: withdrawn } = await askMove(hub, scene.manager, 'withdraw', moveOf(referral));
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', withdrawReason: 'CLIENT_CHANGED_MIND' });
    const received = await seenBy(scene.coordinator, referral.id);
    expect(received).toMatchObject({
      state: 'WITHDRAWN',
      withdrawReason: null,
      summary: null,
      referrerName: null,
      identityHiddenBecause: 'ENDED',
    });
  });

  it('in progress is the manager’s alone to withdraw', async () => {
    const draft = await create();
    await consent();
    const sent = await askMove(hub, scene.caseworker, 'send', moveOf(draft));
    const accepted = await askMove(hub, scene.coordinator, 'accept', moveOf(sent.referral));
    const { referral } = await askMove(
      hub,
      scene.coordinator,
      'recordFirstContact',
      moveOf(accepted.referral),
    );
    const { failure } = await askMove(hub, scene.caseworker, 'withdraw', moveOf(referral));
    expect(failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'MOVE_NOT_ALLOWED',
      facts: { state: 'IN_PROGRESS', moves: [] },
    });
    expect((await askMove(hub, scene.manager, 'withdraw', moveOf(referral))).referral.state).toBe(
      'WITHDRAWN',
    );
    expect(await seenBy(scene.coordinator, referral.id)).toMatchObject({ identity: null, summary: null });
  });

  it('is overdue when nobody answers in time', async () => {
    const draft = await create();
    await consent();
    const { referral } = await askMove(hub, scene.caseworker, 'send', moveOf(draft));
    const now = hub.clock.now();
    hub.clock.set(new Date('2026-11-27T09:00:01+02:00'));
    expect(await seenBy(scene.caseworker, referral.id)).toMatchObject({ isOverdue: true });
    hub.clock.set(now);
    expect(await seenBy(scene.caseworker, referral.id)).toMatchObject({ isOverdue: false });
  });
});

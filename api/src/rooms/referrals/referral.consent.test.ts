import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { askMove, askReferral, type AskedReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import type { ReferralView } from './referral.view.ts';

const hub = useHub();
let scene: ReferralScene;
let clientId: string;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});
beforeEach(async () => {
  clientId = (await aClient(hub, scene.caseworker)).id;
});

const make = (stage: 'SENT' | 'ACCEPTED' | 'IN_PROGRESS' | 'CLOSED'): Promise<ReferralView> =>
  aReferral(hub, scene.caseworker, {
    clientId,
    offeringId: scene.offering.id,
    stage,
    coordinator: scene.coordinator,
  });
const seenBy = (viewer: ReferralScene['caseworker'], id: string) =>
  askReferral(hub, viewer, id) as Promise<AskedReferral>;
const moveOf = ({ id, version }: { id: string; version: number }) => ({ referralId: id, version });

const withdrawConsent = async (viewer = scene.caseworker): Promise<void> => {
  const [row] = await scene.queryAs('hub_owner', 'select id from consents where client_id = $1', [clientId]);
  const { failure } = await hub.ask(
    viewer,
    'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { isActive } } }',
    { input: { consentId: row?.['id'] } },
  );
  expect(failure).toBeNull();
};

const hidden = {
  summary: null,
  identity: null,
  referrerName: null,
  identityHiddenBecause: 'CONSENT_ENDED',
  client: null,
};

describe('consent withdrawn', () => {
  it.each(['SENT', 'ACCEPTED', 'IN_PROGRESS'] as const)(
    'ends a referral that is %s, and all that the receiver saw',
    async (stage) => {
      const { id } = await make(stage);
      await withdrawConsent();
      expect(await seenBy(scene.coordinator, id)).toMatchObject({
        ...hidden,
        identityHiddenBecause: 'ENDED',
        state: 'WITHDRAWN',
        moves: [],
      });
      const told = (await seenBy(scene.coordinator, id)).events.at(-1);
      expect(told).toMatchObject({ action: 'withdraw', toState: 'WITHDRAWN' });
      const seen = await seenBy(scene.caseworker, id);
      expect(seen).toMatchObject({ state: 'CONSENT_REVOKED', summary: { needCategory: 'COMPANY' } });
      expect(seen.events.at(-1)).toMatchObject({ action: 'revokeConsent', fromState: stage, byYou: true });
      const grants = await scene.queryAs(
        'hub_owner',
        'select closed_at from referral_grants where referral_id = $1',
        [id],
      );
      expect(grants[0]?.['closed_at']).not.toBeNull();
    },
  );

  it('after the end leaves the state, and the receiver sees nothing of it any more', async () => {
    const { id } = await make('CLOSED');
    expect((await seenBy(scene.coordinator, id)).identity).toMatchObject({ givenName: 'Samira' });
    await withdrawConsent(scene.manager);
    expect(await seenBy(scene.coordinator, id)).toBeNull();
    expect(await seenBy(scene.caseworker, id)).toMatchObject({ state: 'CLOSED', outcome: 'HELPED' });
  });

  it('is told to the receiver as withdrawn', async () => {
    const { id } = await make('SENT');
    await withdrawConsent();
    const told = (await scene.outbox()).filter(({ values }) => values['url']?.endsWith(id));
    expect(told.map(({ template }) => template)).toEqual([
      'referrals.received',
      'referrals.received',
      'referrals.withdrawn',
      'referrals.withdrawn',
    ]);
  });

  it('leaves referrals that rest on another consent', async () => {
    await make('CLOSED');
    await withdrawConsent();
    const other = await make('SENT');
    expect(await seenBy(scene.coordinator, other.id)).toMatchObject({
      state: 'SENT',
      identityHiddenBecause: 'NOT_ACCEPTED',
    });
  });
});

describe('consent run out', () => {
  it('hides everything from the receiver, and it cannot accept any more', async () => {
    const sent = await make('SENT');
    const now = hub.clock.now();
    hub.clock.set(new Date('2027-11-25T00:00:00+02:00'));
    expect(await seenBy(scene.coordinator, sent.id)).toMatchObject({ ...hidden, state: 'SENT' });
    const { failure } = await askMove(hub, scene.coordinator, 'accept', moveOf(sent));
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'CONSENT_EXPIRED' });
    hub.clock.set(now);
    expect(await seenBy(scene.coordinator, sent.id)).toMatchObject({ summary: { needCategory: 'COMPANY' } });
  });
});

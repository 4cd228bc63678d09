import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient, aConsent } from '../../../test/makers/client.ts';
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

describe('who the client is', () => {
  it('is hidden from the receiver before it accepts', async () => {
    const { id } = await make('SENT');
    expect(await seenBy(scene.coordinator, id)).toMatchObject({
      identity: null,
      identityHiddenBecause: 'NOT_ACCEPTED',
    });
  });

  it('is shown after the acceptance, and each reading is recorded', async () => {
    const { id } = await make('ACCEPTED');
    expect((await seenBy(scene.secondCoordinator, id)).identity).toMatchObject({ givenName: 'Samira' });
    const readings = await scene.auditRows(clientId, 'referral.readIdentity');
    expect(readings).toEqual([{ personId: scene.secondCoordinator.personId }]);
  });

  it('is hidden without a strong sign-in, and no reading is recorded', async () => {
    const { id } = await make('ACCEPTED');
    const byLink = { ...scene.coordinator, assurance: 'LINK' as const };
    expect(await seenBy(byLink, id)).toMatchObject({
      summary: { needCategory: 'COMPANY' },
      identity: null,
      identityHiddenBecause: 'STRONG_SIGN_IN_NEEDED',
    });
    expect(await scene.auditRows(clientId, 'referral.readIdentity')).toEqual([]);
  });

  it('is told no further than the consent’s fields', async () => {
    await aConsent(hub, scene.caseworker, {
      clientId,
      organisationId: scene.association.id,
      fields: ['GIVEN_NAME', 'CONTACT'],
    });
    const { referral } = await askMove(hub, scene.caseworker, 'create', {
      clientId,
      offeringId: scene.offering.id,
      needCategory: 'HOBBY',
    });
    const sent = await askMove(hub, scene.caseworker, 'send', moveOf(referral));
    const accepted = await askMove(hub, scene.coordinator, 'accept', moveOf(sent.referral));
    expect(accepted.referral.identity).toEqual({
      givenName: 'Samira',
      contactKind: 'PHONE',
      contact: '+358401234567',
      safeContactNote: null,
    });
  });

  it('is read anew each time: a changed contact is the receiver’s too', async () => {
    const { id } = await make('ACCEPTED');
    const identity = { givenName: 'Samira', contactKind: 'MAIL', contact: 'new@example.org' };
    await hub.ask(
      scene.caseworker,
      'mutation ($input: UpdateClientInput!) { updateClient(input: $input) { client { id } } }',
      {
        input: { clientId, version: 1, identity },
      },
    );
    expect((await seenBy(scene.coordinator, id)).identity).toMatchObject({
      contactKind: 'MAIL',
      contact: 'new@example.org',
    });
  });

  it('is read by the referrer on the client, not on the referral', async () => {
    const { id } = await make('ACCEPTED');
    expect(await seenBy(scene.caseworker, id)).toMatchObject({
      identity: null,
      identityHiddenBecause: null,
      client: { id: clientId },
    });
  });
});

describe('who stands on both sides', () => {
  it('has the referral in both lists, and reads as the receiver does', async () => {
    const { caseworker, coordinator } = scene;
    const both = { ...caseworker, memberships: [...caseworker.memberships, ...coordinator.memberships] };
    const { id } = await aReferral(hub, both, { clientId, offeringId: scene.offering.id, stage: 'ACCEPTED' });
    expect(await seenBy(both, id)).toMatchObject({ side: 'SENT', identity: { givenName: 'Samira' } });
    for (const side of ['SENT', 'RECEIVED']) {
      const { data } = await hub.ask<{ referrals: { nodes: { id: string }[] } }>(
        both,
        'query ($filter: ReferralFilter) { referrals(first: 100, filter: $filter) { nodes { id } } }',
        { filter: { side, states: ['ACCEPTED'] } },
      );
      expect(data.referrals.nodes.map((node) => node.id)).toContain(id);
    }
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient, aConsent } from '../../../test/makers/client.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
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

const input = (more: object = {}) => ({
  clientId,
  offeringId: scene.offering.id,
  needCategory: 'COMPANY',
  ...more,
});
const draft = async (more: object = {}): Promise<AskedReferral> =>
  (await askMove(hub, scene.caseworker, 'create', input(more))).referral;
const moveOf = ({ id, version }: { id: string; version: number }) => ({ referralId: id, version });

describe('a referral is not sent', () => {
  it('without consent', async () => {
    const { failure } = await askMove(hub, scene.caseworker, 'send', moveOf(await draft()));
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'CONSENT_MISSING' });
  });

  it('with a consent that has run out', async () => {
    const referral = await draft();
    await aConsent(hub, scene.caseworker, {
      clientId,
      organisationId: scene.association.id,
      expiresOn: '2026-11-24',
    });
    const now = hub.clock.now();
    hub.clock.set(new Date('2026-11-25T00:00:00+02:00'));
    const { failure } = await askMove(hub, scene.caseworker, 'send', moveOf(referral));
    hub.clock.set(now);
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'CONSENT_EXPIRED' });
  });

  it('with a consent for another organisation, or one that does not cover name and contact', async () => {
    const referral = await draft();
    const other = await anOrganisation(hub);
    await aConsent(hub, scene.caseworker, { clientId, organisationId: other.id });
    expect((await askMove(hub, scene.caseworker, 'send', moveOf(referral))).failure).toMatchObject({
      reason: 'CONSENT_MISSING',
    });
    await aConsent(hub, scene.caseworker, {
      clientId,
      organisationId: scene.association.id,
      fields: ['GIVEN_NAME'],
    });
    expect((await askMove(hub, scene.caseworker, 'send', moveOf(referral))).failure).toMatchObject({
      reason: 'CONSENT_SCOPE',
    });
  });

  it('with a consent that is withdrawn at the same moment', async () => {
    const withdraw =
      'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { id } } }';
    for (let round = 0; round < 5; round += 1) {
      clientId = (await aClient(hub, scene.caseworker)).id;
      const referral = await draft();
      const consent = await aConsent(hub, scene.caseworker, {
        clientId,
        organisationId: scene.association.id,
      });
      const [sent] = await Promise.all([
        askMove(hub, scene.caseworker, 'send', moveOf(referral)),
        hub.ask(scene.caseworker, withdraw, { input: { consentId: consent.id } }),
      ]);
      const now = await askReferral(hub, scene.caseworker, referral.id);
      expect(now?.state).toBe(sent.failure ? 'DRAFT' : 'CONSENT_REVOKED');
    }
  });

  it('when the client’s yes covers too little; nothing is written', async () => {
    const referral = await draft();
    const { referral: asked } = await askMove(hub, scene.caseworker, 'submitForConsent', moveOf(referral));
    const { failure } = await askMove(hub, scene.caseworker, 'confirmConsent', {
      ...moveOf(asked),
      fields: ['CONTACT'],
    });
    expect(failure).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'CONSENT_SCOPE',
      fields: [{ path: 'input.fields' }],
    });
    const wrong = await askMove(hub, scene.caseworker, 'confirmConsent', {
      ...moveOf(asked),
      textVersion: '0',
    });
    expect(wrong.failure).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'input.textVersion' }] });
    const rows = await scene.queryAs('hub_owner', 'select 1 from consents where client_id = $1', [clientId]);
    expect(rows).toEqual([]);
    expect(await askReferral(hub, scene.caseworker, referral.id)).toMatchObject({
      state: 'AWAITING_CONSENT',
      version: 2,
    });
  });
});

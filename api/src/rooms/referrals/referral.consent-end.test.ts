import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient, aConsent } from '../../../test/makers/client.ts';
import { askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { clientsRoom, ConsentService } from '../clients/index.ts';

const hub = useHub();
const start = new Date('2026-11-24T09:00:00+02:00');
const dayMilliseconds = 86_400_000;
let scene: ReferralScene;
let clientId: string;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});
beforeEach(async () => {
  hub.clock.set(start);
  clientId = (await aClient(hub, scene.caseworker)).id;
});

const consentOf = async (): Promise<{ id: string; expiresAt: Date }> => {
  const [row] = await scene.queryAs('hub_owner', 'select id, expires_at from consents where client_id = $1', [
    clientId,
  ]);
  return { id: String(row?.['id']), expiresAt: row?.['expires_at'] as Date };
};

const tick = async (consentId: string): Promise<void> => {
  const [job] = clientsRoom.jobs?.(hub.hub) ?? [];
  await job?.run({ consentId });
};

const warnings = async (): Promise<number> =>
  (await scene.outbox()).filter(
    (message) =>
      message.template === 'clients.consent-ending' &&
      message.to === scene.addresses.caseworker &&
      JSON.stringify(message.values).includes(clientId),
  ).length;

const anAccepted = () =>
  aReferral(hub, scene.caseworker, {
    clientId,
    offeringId: scene.offering.id,
    stage: 'ACCEPTED',
    coordinator: scene.coordinator,
  });

describe('a consent that runs out', () => {
  it('strikes 30 and 7 days before, and at its end, from when it is recorded', async () => {
    await anAccepted();
    const { id, expiresAt } = await consentOf();
    const rows = await scene.queryAs(
      'hub_owner',
      `select start_after from pgboss.job where name = 'clients.consent-clock' and data->>'consentId' = $1 order by 1`,
      [id],
    );
    const days = rows.map(
      (row) => (expiresAt.getTime() - (row['start_after'] as Date).getTime()) / dayMilliseconds,
    );
    expect(days).toEqual([30, 7, 0]);
  });

  it('is announced to the caseworker by a mail that names nobody', async () => {
    await anAccepted();
    const { id, expiresAt } = await consentOf();
    hub.clock.set(new Date(expiresAt.getTime() - 7 * dayMilliseconds));
    await tick(id);
    expect(await warnings()).toBe(1);
    const told = (await scene.outbox()).find(({ template }) => template === 'clients.consent-ending');
    expect(told).toMatchObject({ values: { days: '7' } });
    expect(JSON.stringify(told)).not.toContain('Samira');
  });

  it('is not announced where the client has said yes for longer, or took it back', async () => {
    await anAccepted();
    const { id, expiresAt } = await consentOf();
    hub.clock.set(new Date(expiresAt.getTime() - 7 * dayMilliseconds));
    const longer = await aConsent(hub, scene.caseworker, { clientId, organisationId: scene.association.id });
    await tick(id);
    expect(await warnings()).toBe(0);
    await hub.hub.get(ConsentService).withdraw(scene.caseworker, longer.id);
    await hub.hub.get(ConsentService).withdraw(scene.caseworker, id);
    await tick(id);
    expect(await warnings()).toBe(0);
  });

  it('ends the referral and closes the receiver’s key, told to the receiver as withdrawn', async () => {
    const { id } = await anAccepted();
    const consent = await consentOf();
    expect(await askReferral(hub, scene.coordinator, id)).toMatchObject({
      identity: { givenName: 'Samira' },
    });
    hub.clock.set(consent.expiresAt);
    expect(await askReferral(hub, scene.coordinator, id)).toMatchObject({ identity: null, summary: null });
    await tick(consent.id);
    await tick(consent.id);
    expect(await askReferral(hub, scene.caseworker, id)).toMatchObject({ state: 'CONSENT_REVOKED' });
    expect(await askReferral(hub, scene.coordinator, id)).toMatchObject({
      state: 'WITHDRAWN',
      identity: null,
    });
    const grants = await scene.queryAs(
      'hub_owner',
      'select closed_at from referral_grants where referral_id = $1',
      [id],
    );
    expect(grants).toEqual([{ closed_at: consent.expiresAt }]);
    const events = await scene.queryAs(
      'hub_owner',
      `select facts->>'channel' as channel from referral_events where referral_id = $1 and action = 'revokeConsent'`,
      [id],
    );
    expect(events).toEqual([{ channel: 'EXPIRY' }]);
  });
});

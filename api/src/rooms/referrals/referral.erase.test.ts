import sql from 'sql-template-tag';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral, type ReferralWish } from '../../../test/makers/referral.ts';
import { occurrencesOf } from '../../../test/planted.ts';
import { ConsentService } from '../clients/index.ts';
import { OutboxService } from '../notices/index.ts';
import { createClientLink } from './client-link.create.ts';
import { sendReferralMessage } from './message.send.ts';
import { forgetClients } from './referral.forget.ts';
import { fireDueTimers } from './timer.fire.ts';

const hub = useHub();
const start = new Date('2026-11-24T09:00:00+02:00');
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});
beforeEach(async () => {
  await scene.queryAs('hub_owner', 'delete from referral_timers');
  hub.clock.set(start);
});

const at = async (time: string): Promise<void> => {
  hub.clock.set(new Date(time));
  await fireDueTimers(hub.hub);
};
const closed = async (wish: Partial<ReferralWish> = {}) => {
  const { id: clientId } = await aClient(hub, scene.caseworker);
  const referral = await aReferral(hub, scene.caseworker, {
    clientId,
    offeringId: scene.offering.id,
    stage: 'CLOSED',
    coordinator: scene.coordinator,
    ...wish,
  });
  return { ...referral, clientId };
};
const eventsOf = (id: string, action: string) =>
  scene.queryAs(
    'hub_owner',
    `select to_state, facts from referral_events where referral_id = $1 and action = $2`,
    [id, action],
  );
const count = async (table: string, column: string, id: string): Promise<number> =>
  (await scene.queryAs('hub_owner', `select 1 from ${table} where ${column} = $1`, [id])).length;

describe('a referral that has ended', () => {
  it('is gone from the receiver after 30 days, and stays with the referrer', async () => {
    const { id } = await closed();
    await at('2026-12-24T08:59:00+02:00');
    expect(await askReferral(hub, scene.coordinator, id)).toMatchObject({
      identity: { givenName: 'Samira' },
    });
    await at('2026-12-24T09:00:00+02:00');
    expect(await askReferral(hub, scene.coordinator, id)).toBeNull();
    expect(await askReferral(hub, scene.caseworker, id)).toMatchObject({
      state: 'CLOSED',
      outcome: 'HELPED',
      summary: { needCategory: 'COMPANY' },
    });
    expect(await eventsOf(id, 'eraseReceiverCopy')).toMatchObject([
      { to_state: 'CLOSED', facts: { basis: 'RETENTION', fields: expect.arrayContaining(['givenName']) } },
    ]);
    expect(await scene.auditRows(id, 'referral.eraseReceiverCopy')).toEqual([{ personId: null }]);
  });

  it('is hidden from the receiver by the second wall alone', async () => {
    const { id } = await closed();
    await at('2026-12-24T09:00:00+02:00');
    const asReceiver = await hub.hub.db.read(
      scene.coordinator,
      sql`select id from referrals where id = ${id}`,
    );
    expect(asReceiver).toEqual([]);
  });

  it('becomes a row without a person after twelve months, and its client goes with it', async () => {
    const { id, clientId } = await closed();
    await at('2027-11-24T08:59:00+02:00');
    expect(await askReferral(hub, scene.caseworker, id)).toMatchObject({ state: 'CLOSED' });
    await at('2027-11-24T09:00:00+02:00');
    expect(await askReferral(hub, scene.caseworker, id)).toBeNull();
    const [row] = await scene.queryAs('hub_owner', 'select * from referrals where id = $1', [id]);
    expect(row).toMatchObject({
      state: 'ERASED',
      outcome: 'HELPED',
      need_category: 'COMPANY',
      sessions_attended: 4,
      client_id: null,
      consent_id: null,
      message_key: null,
      note: null,
      languages: [],
    });
    expect(await eventsOf(id, 'erase')).toMatchObject([
      { to_state: 'ERASED', facts: { basis: 'RETENTION', statisticsKept: true } },
    ]);
    expect(await eventsOf(id, 'send')).toEqual([{ to_state: 'SENT', facts: {} }]);
    // The consent runs to the end of its last day; the nightly look then finds nothing left to keep the client for.
    hub.clock.set(new Date('2027-11-25T03:30:00+02:00'));
    expect(await forgetClients(hub.hub)).toBeGreaterThan(0);
    for (const [table, column] of [
      ['clients', 'id'],
      ['client_identities', 'client_id'],
      ['consents', 'client_id'],
      ['referral_grants', 'client_id'],
    ] as const) {
      expect([table, await count(table, column, clientId)]).toEqual([table, 0]);
    }
    expect(await scene.auditRows(clientId, 'client.erase')).toEqual([{ personId: null }]);
  });

  it('goes on for as long as it is taken up again', async () => {
    const { id, version } = await closed();
    hub.clock.set(new Date('2026-12-20T09:00:00+02:00'));
    const { failure } = await hub.ask(
      scene.coordinator,
      'mutation ($input: ReopenReferralInput!) { reopenReferral(input: $input) { referral { id } } }',
      { input: { referralId: id, version, reason: 'CLIENT_RETURNED' } },
    );
    expect(failure).toBeNull();
    await at('2027-01-10T09:00:00+02:00');
    expect(await askReferral(hub, scene.coordinator, id)).toMatchObject({ state: 'IN_PROGRESS' });
  });
});

describe('a consent withdrawn after the end', () => {
  it('erases the receiver’s copy at once; the state stays', async () => {
    const { id, clientId } = await closed();
    const [consent] = await scene.queryAs('hub_owner', 'select id from consents where client_id = $1', [
      clientId,
    ]);
    await hub.hub.get(ConsentService).withdraw(scene.caseworker, String(consent?.['id']));
    expect(await askReferral(hub, scene.coordinator, id)).toBeNull();
    expect(await askReferral(hub, scene.caseworker, id)).toMatchObject({ state: 'CLOSED' });
    expect(await eventsOf(id, 'eraseReceiverCopy')).toMatchObject([
      { to_state: 'CLOSED', facts: { basis: 'CONSENT_WITHDRAWN' } },
    ]);
    // The clock of the 30 days has nothing left to do.
    await at('2026-12-25T09:00:00+02:00');
    expect(await eventsOf(id, 'eraseReceiverCopy')).toHaveLength(1);
  });
});

describe('a client who was never referred', () => {
  it('is kept for a year after the last change, and no longer', async () => {
    const { id } = await aClient(hub, scene.caseworker);
    hub.clock.set(new Date('2027-11-23T09:00:00+02:00'));
    await forgetClients(hub.hub);
    expect(await count('clients', 'id', id)).toBe(1);
    const { failure } = await hub.ask(
      scene.caseworker,
      'mutation ($input: UpdateClientInput!) { updateClient(input: $input) { client { id } } }',
      { input: { clientId: id, version: 1, needsInterpreter: true } },
    );
    expect(failure).toBeNull();
    hub.clock.set(new Date('2028-11-22T09:00:00+02:00'));
    await forgetClients(hub.hub);
    expect(await count('clients', 'id', id)).toBe(1);
    hub.clock.set(new Date('2028-11-23T09:00:00+02:00'));
    await forgetClients(hub.hub);
    expect(await count('clients', 'id', id)).toBe(0);
  });
});

describe('whatever was written of a client', () => {
  it('is nowhere once it is erased: no table, queue, outbox or history holds it, sealed or open', async () => {
    const planted = {
      pseudonym: 'Zzyzx Marker',
      reference: 'ZZREFERENCE',
      name: 'Zzname',
      contact: 'zzcontact@example.org',
      safe: 'Zzsafe only mornings',
      note: 'zznote mornings suit',
      message: 'zzmessage about tuesdays',
    };
    const { id: clientId } = await aClient(hub, scene.caseworker, {
      pseudonym: planted.pseudonym,
      registerReference: planted.reference,
      identity: {
        givenName: planted.name,
        contactKind: 'MAIL',
        contact: planted.contact,
        safeContactNote: planted.safe,
      },
    });
    const common = { clientId, note: planted.note, coordinator: scene.coordinator } as const;
    const referral = await aReferral(hub, scene.caseworker, {
      ...common,
      offeringId: scene.offering.id,
      stage: 'ACCEPTED',
    });
    await sendReferralMessage(hub.hub, scene.coordinator, {
      referralId: referral.id,
      message: planted.message,
      idempotencyKey: 'planted-message-1',
    });
    await createClientLink(hub.hub, scene.caseworker, { referralId: referral.id, sendByMail: true });
    await aReferral(hub, scene.caseworker, {
      ...common,
      offeringId: (await scene.makeOffering()).id,
      stage: 'DRAFT',
    });
    hub.clock.set(new Date('2026-11-25T12:00:00+02:00'));
    await hub.hub.get(OutboxService).deliverDue();
    const texts = Object.values(planted);
    const before = await occurrencesOf(hub, texts);
    expect(before.map(({ text }) => text)).toEqual(expect.arrayContaining(texts));

    for (const day of ['2027-03-01', '2028-03-02', '2028-03-03']) {
      await at(`${day}T09:00:00+02:00`);
      await forgetClients(hub.hub);
    }
    expect(await occurrencesOf(hub, texts)).toEqual([]);
    const [row] = await scene.queryAs('hub_owner', 'select state from referrals where id = $1', [
      referral.id,
    ]);
    expect(row).toEqual({ state: 'ERASED' });
  });
});

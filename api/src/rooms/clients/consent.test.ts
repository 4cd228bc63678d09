import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient, aConsent } from '../../../test/makers/client.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { newId } from '../../platform/ids.ts';
import { currentTextVersion } from './consent.texts.ts';

const hub = useHub();
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});

const record =
  'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { consent { id fields isActive expiresAt organisation { id } } client { id consents { id } } } }';
const withdraw =
  'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { isActive withdrawnAt } client { id } } }';

const terms = (clientId: string, more: object = {}) => ({
  clientId,
  organisationId: scene.association.id,
  fields: ['GIVEN_NAME', 'CONTACT'],
  textVersion: currentTextVersion,
  languageTag: 'ar',
  method: 'SPOKEN',
  interpreterUsed: true,
  ...more,
});

describe('a consent', () => {
  it('is recorded by the own caseworker', async () => {
    const client = await aClient(hub, scene.caseworker);
    const { data } = await hub.ask<{ recordConsent: { consent: { id: string } } }>(scene.caseworker, record, {
      input: terms(client.id),
    });
    expect(data.recordConsent).toEqual({
      consent: {
        id: data.recordConsent.consent.id,
        fields: ['GIVEN_NAME', 'CONTACT'],
        isActive: true,
        expiresAt: '2027-11-24T22:00:00.000Z',
        organisation: { id: scene.association.id },
      },
      client: { id: client.id, consents: [{ id: data.recordConsent.consent.id }] },
    });
  });

  it('is recorded by nobody else', async () => {
    const client = await aClient(hub, scene.caseworker);
    expect((await hub.ask(null, record, { input: terms(client.id) })).failure).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect((await hub.ask(scene.manager, record, { input: terms(client.id) })).failure).toMatchObject({
      code: 'FORBIDDEN',
    });
    for (const viewer of [scene.colleague, scene.coordinator, scene.admin]) {
      const { failure } = await hub.ask(viewer, record, { input: terms(client.id) });
      expect(failure).toMatchObject({ code: 'NOT_FOUND' });
      expect(failure).toEqual((await hub.ask(viewer, record, { input: terms(newId()) })).failure);
    }
  });

  it.each([
    ['no field', { fields: [] }, 'input.fields', 'CONSENT_FIELDS_MISSING'],
    ['an unknown text', { textVersion: '1999-01' }, 'input.textVersion', 'CONSENT_TEXT_UNKNOWN'],
    ['a yes that only the client can give', { method: 'LINK' }, 'input.method', 'CONSENT_METHOD_OF_CLIENT'],
    ['a day that is over', { expiresOn: '2026-11-23' }, 'input.expiresOn', 'CONSENT_EXPIRY_NOT_ALLOWED'],
    ['more than two years', { expiresOn: '2028-12-01' }, 'input.expiresOn', 'CONSENT_EXPIRY_NOT_ALLOWED'],
    ['an absent organisation', { organisationId: newId() }, 'input.organisationId', 'ORGANISATION_UNKNOWN'],
  ])('is refused for %s', async (_case, more, path, reason) => {
    const client = await aClient(hub, scene.caseworker);
    const { failure } = await hub.ask(scene.caseworker, record, { input: terms(client.id, more) });
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path, reason }] });
  });

  it('ends when the client takes it back, once', async () => {
    const client = await aClient(hub, scene.caseworker);
    const consent = await aConsent(hub, scene.caseworker, {
      clientId: client.id,
      organisationId: scene.association.id,
    });
    const input = { consentId: consent.id };
    const { data } = await hub.ask(scene.caseworker, withdraw, { input });
    expect(data).toEqual({
      withdrawConsent: {
        consent: { isActive: false, withdrawnAt: '2026-11-24T07:00:00.000Z' },
        client: { id: client.id },
      },
    });
    hub.clock.advance(60_000);
    expect((await hub.ask(scene.manager, withdraw, { input })).data).toEqual(data);
    hub.clock.advance(-60_000);
  });

  it('is not the receiver’s to withdraw, nor to find', async () => {
    const client = await aClient(hub, scene.caseworker);
    const consent = await aConsent(hub, scene.caseworker, {
      clientId: client.id,
      organisationId: scene.association.id,
    });
    for (const viewer of [scene.coordinator, scene.colleague, scene.stranger]) {
      const found = await hub.ask(viewer, withdraw, { input: { consentId: consent.id } });
      expect(found).toEqual(await hub.ask(viewer, withdraw, { input: { consentId: newId() } }));
      expect(found.failure).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('ends by itself', async () => {
    const client = await aClient(hub, scene.caseworker);
    await aConsent(hub, scene.caseworker, {
      clientId: client.id,
      organisationId: scene.association.id,
      expiresOn: '2026-11-25',
    });
    const read = 'query ($id: ID!) { client(id: $id) { consents { isActive } } }';
    const now = hub.clock.now();
    hub.clock.advance(2 * 24 * 3_600_000);
    const { data } = await hub.ask(scene.caseworker, read, { id: client.id });
    hub.clock.set(now);
    expect(data).toEqual({ client: { consents: [{ isActive: false }] } });
  });

  it('has a text that anyone may read', async () => {
    const { data } = await hub.ask(null, '{ consentText(languageTag: "so") { version languageTag } }');
    expect(data).toEqual({ consentText: { version: '2026-12', languageTag: 'so' } });
  });
});

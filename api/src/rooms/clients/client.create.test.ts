import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { newId } from '../../platform/ids.ts';

const hub = useHub();
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});

const create =
  'mutation ($input: CreateClientInput!) { createClient(input: $input) { client { id pseudonym version } } }';
const identity = { givenName: 'Samira', contactKind: 'PHONE', contact: '040 123 4567' };

const input = (more: object = {}) => ({
  organisationId: scene.municipality.id,
  municipalityCode: '167',
  languages: ['ar'],
  ageBand: 'FROM_18_TO_29',
  finnishLevel: 'A1',
  identity,
  ...more,
});

describe('entering a client', () => {
  it('is refused to the anonymous', async () => {
    const { failure } = await hub.ask(null, create, { input: input() });
    expect(failure).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('gives the client a pseudonym that says nothing', async () => {
    const { data } = await hub.ask<{ createClient: { client: { pseudonym: string } } }>(
      scene.caseworker,
      create,
      { input: input() },
    );
    expect(data.createClient.client.pseudonym).toMatch(/^\p{L}+-\d{4}$/u);
  });

  it('needs a strong sign-in', async () => {
    const { failure } = await hub.ask({ ...scene.caseworker, assurance: 'LINK' }, create, { input: input() });
    expect(failure).toMatchObject({ code: 'FORBIDDEN', reason: 'STRONG_SIGN_IN_NEEDED' });
  });

  it('is not for a coordinator, the network admin, or a caseworker of another municipality', async () => {
    for (const viewer of [scene.coordinator, scene.admin]) {
      const { failure } = await hub.ask(viewer, create, { input: input() });
      expect(failure).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_ALLOWED' });
    }
    const { failure } = await hub.ask(scene.caseworker, create, {
      input: input({ organisationId: scene.association.id }),
    });
    const absent = await hub.ask(scene.caseworker, create, { input: input({ organisationId: newId() }) });
    expect(failure).toEqual(absent.failure);
  });

  it('names every wrong field at once', async () => {
    const { failure } = await hub.ask(scene.caseworker, create, {
      input: input({
        registerReference: '131052-308T',
        municipalityCode: '999',
        languages: [],
        themeIds: ['yso:p0'],
        identity: {
          givenName: '\u202Eevil',
          contactKind: 'PHONE',
          contact: '12',
          safeContactNote: 'x'.repeat(281),
        },
      }),
    });
    expect(failure).toMatchObject({ code: 'INVALID_INPUT' });
    expect(failure?.fields?.map(({ path, reason }) => [path, reason])).toEqual([
      ['input.registerReference', 'IDENTITY_CODE'],
      ['input.municipalityCode', 'MUNICIPALITY_UNKNOWN'],
      ['input.languages', 'LANGUAGES_MISSING'],
      ['input.themeIds[0]', 'THEME_UNKNOWN'],
      ['input.identity.givenName', 'TEXT_NOT_ALLOWED'],
      ['input.identity.contact', 'INVALID_PHONE'],
      ['input.identity.safeContactNote', 'TEXT_TOO_LONG'],
    ]);
  });

  it('gives the same client for the same key, and refuses the key for another one', async () => {
    const key = 'client-key-1';
    const first = await hub.ask(scene.caseworker, create, { input: input({ idempotencyKey: key }) });
    const again = await hub.ask(scene.caseworker, create, { input: input({ idempotencyKey: key }) });
    expect(again.data).toEqual(first.data);
    const other = input({ idempotencyKey: key, identity: { ...identity, givenName: 'Layla' } });
    const { failure } = await hub.ask(scene.caseworker, create, { input: other });
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

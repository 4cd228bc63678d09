import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { ConsentService } from '../clients/index.ts';

const hub = useHub();
const marker = 'Karimi-Testname';
let scene: ReferralScene;
let strong: { caseworker: Viewer; coordinator: Viewer };
let referralId: string;
beforeAll(async () => {
  scene = await aReferralScene(hub);
  strong = {
    caseworker: { ...scene.caseworker, assurance: 'STRONG' },
    coordinator: { ...scene.coordinator, assurance: 'STRONG' },
  };
});
const accepted = async (stage: 'SENT' | 'ACCEPTED' = 'ACCEPTED'): Promise<string> => {
  const { id: clientId } = await aClient(hub, scene.caseworker);
  const { id } = await aReferral(hub, scene.caseworker, {
    clientId,
    offeringId: scene.offering.id,
    stage,
    coordinator: scene.coordinator,
    consentFields: ['GIVEN_NAME', 'CONTACT', 'FAMILY_NAME', 'BIRTH_YEAR'],
  });
  return id;
};
beforeEach(async () => {
  referralId = await accepted();
});

const change = (kind: 'Ask' | 'Grant' | 'Refuse', viewer: Viewer | null, input: object) =>
  hub.ask(
    viewer,
    `mutation ($input: ${kind}ReferralDetailInput!) {
       ${kind.toLowerCase()}ReferralDetail(input: $input) { referral { id version } } }`,
    { input: { referralId, field: 'FAMILY_NAME', ...input } },
  );
const ask = (viewer: Viewer | null, more: object = {}) =>
  change('Ask', viewer, { reason: 'For the list at the door.', ...more });
const grant = (viewer: Viewer | null, more: object = {}) =>
  change('Grant', viewer, { value: marker, ...more });
const details = async (viewer: Viewer) =>
  (
    await hub.ask<{ referral: { details: object[] } | null }>(
      viewer,
      `query ($id: ID!) { referral(id: $id) { details { field status reason value } } }`,
      { id: referralId },
    )
  ).data.referral?.details;

describe('a detail', () => {
  it('is asked for with a reason, granted by the referrer, and read by the receiver who signed in strongly', async () => {
    await ask(scene.coordinator);
    const asked = { field: 'FAMILY_NAME', reason: 'For the list at the door.', value: null };
    expect(await details(scene.caseworker)).toEqual([{ ...asked, status: 'ASKED' }]);
    await grant(scene.caseworker);
    expect(await details({ ...scene.coordinator, assurance: 'LINK' })).toEqual([
      { ...asked, status: 'GRANTED' },
    ]);
    expect(await details(strong.coordinator)).toEqual([{ ...asked, status: 'GRANTED', value: marker }]);
    expect(await details(strong.caseworker)).toMatchObject([{ value: marker }]);
    expect(await details({ ...scene.manager, assurance: 'STRONG' })).toMatchObject([{ value: null }]);
    const { events } = (await askReferral(hub, scene.caseworker, referralId)) ?? { events: [] };
    expect(events.slice(-2).map(({ action }) => action)).toEqual(['askDetail', 'grantDetail']);
  });

  it('is sealed in the database, and stands in no message, log or history', async () => {
    await ask(scene.coordinator);
    await grant(scene.caseworker);
    const stored = await scene.queryAs(
      'hub_owner',
      `select row_to_json(d)::text as row from referral_details d`,
    );
    const events = await scene.queryAs('hub_owner', 'select facts::text from referral_events');
    const audits = await scene.queryAs('hub_auditor', 'select facts::text from audit_log');
    const messages = await scene.outbox();
    expect(JSON.stringify([stored, events, audits, messages])).not.toContain(marker);
  });

  it('outside the consent’s scope can neither be asked for nor granted', async () => {
    expect((await ask(scene.coordinator, { field: 'HEALTH' })).failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'DETAIL_OUT_OF_SCOPE',
    });
  });

  it('is not asked for before the receiver accepted', async () => {
    referralId = await accepted('SENT');
    const { failure } = await ask(scene.coordinator);
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'DETAIL_OUT_OF_SCOPE' });
  });

  it('is granted only when asked, and each side does its own part', async () => {
    expect((await grant(scene.caseworker)).failure).toMatchObject({ reason: 'DETAIL_NOT_ASKED' });
    expect((await ask(scene.caseworker)).failure).toMatchObject({ code: 'FORBIDDEN' });
    await ask(scene.coordinator);
    expect((await grant(scene.coordinator)).failure).toMatchObject({ code: 'FORBIDDEN' });
    expect((await grant(scene.manager)).failure).toMatchObject({ code: 'FORBIDDEN' });
    expect((await ask(null)).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const viewer of [scene.stranger, scene.outsider, scene.colleague, scene.admin])
      expect((await ask(viewer)).failure).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is asked for without personal data, and never holds an identity code', async () => {
    expect((await ask(scene.coordinator, { reason: 'Call 040 123 4567' })).failure).toMatchObject({
      reason: 'NOTE_HAS_PERSONAL_DATA',
      fields: [{ path: 'input.reason' }],
    });
    await ask(scene.coordinator);
    expect((await grant(scene.caseworker, { value: '131052-308T' })).failure).toMatchObject({
      reason: 'IDENTITY_CODE_NOT_ALLOWED',
    });
    await ask(scene.coordinator, { field: 'BIRTH_YEAR' });
    expect((await grant(scene.caseworker, { field: 'BIRTH_YEAR', value: 'old' })).failure).toMatchObject({
      reason: 'YEAR_UNKNOWN',
    });
  });

  it('can be refused, taken back, and asked for again', async () => {
    await ask(scene.coordinator);
    await grant(scene.caseworker);
    expect((await ask(scene.coordinator)).failure).toMatchObject({ reason: 'DETAIL_GRANTED' });
    await change('Refuse', scene.caseworker, {});
    expect(await details(strong.coordinator)).toMatchObject([{ status: 'REFUSED', value: null }]);
    await ask(scene.coordinator);
    expect(await details(strong.coordinator)).toMatchObject([{ status: 'ASKED' }]);
  });

  it('ends with the consent, for both walls, in the same transaction', async () => {
    await ask(scene.coordinator);
    await grant(scene.caseworker);
    const [row] = await scene.queryAs('hub_owner', 'select consent_id as id from referrals where id = $1', [
      referralId,
    ]);
    await hub.hub.get(ConsentService).withdraw(scene.caseworker, String(row?.['id']));
    expect(await details(strong.coordinator)).toEqual([]);
    expect(
      await scene.queryAs('hub_owner', 'select 1 from referral_details where referral_id = $1', [referralId]),
    ).toEqual([]);
  });
});

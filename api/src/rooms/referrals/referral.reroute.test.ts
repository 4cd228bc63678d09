import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { askMove, askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { newId } from '../../platform/ids.ts';
import { fireDueTimers, type ReferralView } from './index.ts';

const hub = useHub();
let scene: ReferralScene;
let clientId: string;
let other: { id: string };
beforeAll(async () => {
  scene = await aReferralScene(hub);
  other = await scene.makeOffering({ spokenLanguages: ['sv'] });
});
beforeEach(async () => {
  clientId = (await aClient(hub, scene.caseworker)).id;
});

const anotherReceiver = () => anOrganisation(hub, { name: 'Yhdessä' });
const moveOf = ({ id, version }: { id: string; version: number }) => ({ referralId: id, version });
const made = (stage: 'DRAFT' | 'SENT' | 'ACCEPTED', offeringId = scene.offering.id): Promise<ReferralView> =>
  aReferral(hub, scene.caseworker, {
    clientId,
    offeringId,
    note: 'Mornings suit best.',
    stage,
    coordinator: scene.coordinator,
  });
const declined = async () =>
  (
    await askMove(hub, scene.coordinator, 'decline', {
      ...moveOf(await made('SENT')),
      reason: 'NO_CAPACITY',
    })
  ).referral;

interface Rerouted {
  readonly id: string;
  readonly state: string;
  readonly predecessor: { readonly id: string } | null;
  readonly summary: { readonly note: string; readonly needCategory: string };
  readonly viewerCan: Readonly<Record<string, boolean>>;
}
const reroute = async (viewer: Viewer | null, referralId: string, offeringId = other.id, more = {}) => {
  const { data, ...rest } = await hub.ask<{ rerouteReferral: { referral: Rerouted } } | null>(
    viewer,
    `mutation ($input: RerouteReferralInput!) { rerouteReferral(input: $input) { referral {
       id state predecessor { id } summary { note needCategory } viewerCan { send discardDraft reroute } } } }`,
    { input: { referralId, offeringId, ...more } },
  );
  return { ...rest, referral: data?.rerouteReferral.referral };
};
const alternatives = async (viewer: Viewer | null, referralId: string) =>
  hub.ask<{
    referralAlternatives: { offering: { id: string }; misfits: { code: string }[]; reasons: unknown[] }[];
  }>(
    viewer,
    `query ($id: ID!) { referralAlternatives(referralId: $id) { offering { id } reasons { code } misfits { code } } }`,
    { id: referralId },
  );
const chainOf = async (viewer: Viewer, id: string) =>
  (
    await hub.ask<{ referral: { predecessor: { id: string } | null; successors: { id: string }[] } }>(
      viewer,
      `query ($id: ID!) { referral(id: $id) { predecessor { id } successors { id } } }`,
      { id },
    )
  ).data.referral;
const discard = (viewer: Viewer | null, input: object) =>
  hub.ask<{ discardDraft: { referralId: string } }>(
    viewer,
    `mutation ($input: DiscardDraftInput!) { discardDraft(input: $input) { referralId } }`,
    { input },
  );

describe('a declined referral', () => {
  it('is followed by a draft with the same need and note, which names it and has no consent', async () => {
    const before = await declined();
    const { referral } = await reroute(scene.caseworker, before.id);
    expect(referral).toMatchObject({
      state: 'DRAFT',
      predecessor: { id: before.id },
      summary: { note: 'Mornings suit best.', needCategory: 'COMPANY' },
    });
    expect(await chainOf(scene.caseworker, before.id)).toEqual({
      predecessor: null,
      successors: [{ id: referral?.id }],
    });
  });

  it('is not followed without a consent that covers the new receiver', async () => {
    const before = await declined();
    const elsewhere = await scene.makeOffering({ organisationId: (await anotherReceiver()).id });
    const { referral } = await reroute(scene.caseworker, before.id, elsewhere.id);
    const { failure } = await askMove(hub, scene.caseworker, 'send', {
      referralId: referral?.id,
      version: 1,
    });
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'CONSENT_MISSING' });
  });

  it('tells its receiver nothing of what follows, and the next receiver nothing of what was before', async () => {
    const before = await declined();
    const { referral } = await reroute(scene.caseworker, before.id);
    await askMove(hub, scene.caseworker, 'send', { referralId: referral?.id, version: 1 });
    expect(await chainOf(scene.coordinator, before.id)).toEqual({ predecessor: null, successors: [] });
    expect(await chainOf(scene.coordinator, referral?.id ?? '')).toEqual({
      predecessor: null,
      successors: [],
    });
  });

  it('is followed only by its author', async () => {
    const before = await declined();
    expect((await reroute(null, before.id)).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const viewer of [scene.manager, scene.coordinator])
      expect((await reroute(viewer, before.id)).failure).toMatchObject({ code: 'FORBIDDEN' });
    for (const viewer of [scene.colleague, scene.outsider, scene.stranger, scene.admin]) {
      const { failure } = await reroute(viewer, before.id);
      expect(failure).toMatchObject({ code: 'NOT_FOUND' });
      expect(failure).toEqual((await reroute(viewer, newId())).failure);
    }
  });

  it('is not followed by one to the same offering twice, and one key makes one draft', async () => {
    const before = await declined();
    const idempotencyKey = 'key-of-one-click-only';
    const one = await reroute(scene.caseworker, before.id, other.id, { idempotencyKey });
    const again = await reroute(scene.caseworker, before.id, other.id, { idempotencyKey });
    expect(again.referral?.id).toBe(one.referral?.id);
    expect((await reroute(scene.caseworker, before.id)).failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_REFERRED',
    });
  });
});

describe('the alternatives', () => {
  it('are ranked, say what does not fit, and leave out where the client was referred before', async () => {
    const before = await declined();
    const { data } = await alternatives(scene.caseworker, before.id);
    const ids = data.referralAlternatives.map(({ offering }) => offering.id);
    expect(ids).toContain(other.id);
    expect(ids).not.toContain(scene.offering.id);
    const swedish = data.referralAlternatives.find(({ offering }) => offering.id === other.id);
    expect(swedish?.misfits).toContainEqual({ code: 'NOT_IN_LANGUAGE' });
    expect((await alternatives(scene.caseworker, before.id)).data).toEqual(data);
  });

  it('put what nobody said of the client last: for women only, for men, sensitive', async () => {
    const [women, sensitive] = [
      await scene.makeOffering({ womenOnly: true }),
      await scene.makeOffering({ isSensitive: true }),
    ];
    const idsFor = async () => {
      const { data } = await alternatives(scene.caseworker, (await declined()).id);
      return data.referralAlternatives.map(({ offering }) => offering.id);
    };
    // Both speak the client's language, the Swedish one does not: their fit is better.
    expect((await idsFor()).slice(-2).sort()).toEqual([women.id, sensitive.id].sort());
    clientId = (await aClient(hub, scene.caseworker, { accessNeeds: ['WOMEN_ONLY'] })).id;
    const forHer = await idsFor();
    expect([forHer[0], forHer.at(-1)]).toEqual([women.id, sensitive.id]);
  });

  it('are shown after an expiry too, and not while the referral goes on', async () => {
    const sent = await made('SENT');
    expect((await alternatives(scene.caseworker, sent.id)).data.referralAlternatives).toEqual([]);
    const now = hub.clock.now();
    hub.clock.set(new Date('2026-12-31T12:00:00+02:00'));
    await fireDueTimers(hub.hub);
    hub.clock.set(now);
    expect(await askReferral(hub, scene.caseworker, sent.id)).toMatchObject({ state: 'EXPIRED' });
    expect((await alternatives(scene.caseworker, sent.id)).data.referralAlternatives).not.toEqual([]);
  });

  it('are for the author alone', async () => {
    const { id } = await declined();
    expect((await alternatives(null, id)).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await alternatives(scene.coordinator, id)).failure).toMatchObject({ code: 'FORBIDDEN' });
    expect((await alternatives(scene.outsider, id)).failure).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what goes on', () => {
  it.each(['SENT', 'ACCEPTED'] as const)('is not rerouted: %s', async (stage) => {
    const { id } = await made(stage);
    expect((await reroute(scene.caseworker, id)).failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_TO_REROUTE',
      facts: { state: stage },
    });
  });
});

describe('a draft', () => {
  it('is thrown away by its author, with its history, and the audit log alone remembers', async () => {
    const draft = await made('DRAFT');
    expect((await discard(scene.caseworker, moveOf(draft))).data).toEqual({
      discardDraft: { referralId: draft.id },
    });
    expect(await askReferral(hub, scene.caseworker, draft.id)).toBeNull();
    expect(
      await scene.queryAs('hub_owner', 'select 1 from referral_events where referral_id = $1', [draft.id]),
    ).toEqual([]);
    expect(await scene.auditRows(draft.id, 'referral.discardDraft')).toEqual([
      { personId: scene.caseworker.personId },
    ]);
  });

  it('stays where somebody else, another version, or a sent referral is meant', async () => {
    const draft = await made('DRAFT');
    expect((await discard(scene.manager, moveOf(draft))).failure).toMatchObject({ code: 'FORBIDDEN' });
    expect((await discard(scene.coordinator, moveOf(draft))).failure).toMatchObject({ code: 'NOT_FOUND' });
    expect((await discard(scene.caseworker, { referralId: draft.id, version: 9 })).failure).toMatchObject({
      reason: 'STALE_VERSION',
    });
    const sent = await made('SENT', other.id);
    expect((await discard(scene.caseworker, moveOf(sent))).failure).toMatchObject({
      reason: 'MOVE_NOT_ALLOWED',
    });
  });
});

describe('coded reasons', () => {
  it.each([
    ['NO_CAPACITY', 'PROVIDER'],
    ['SAFETY_CONCERN', 'PROVIDER'],
    ['CLIENT_DECLINED', 'CLIENT'],
    ['DUPLICATE', null],
  ])('are told apart by whose they are: %s is of %s', async (reason, side) => {
    const { referral } = await askMove(hub, scene.coordinator, 'decline', {
      ...moveOf(await made('SENT')),
      reason,
    });
    const { data } = await hub.ask<{ referral: { reasonSide: string | null } }>(
      scene.caseworker,
      `query ($id: ID!) { referral(id: $id) { reasonSide } }`,
      { id: referral.id },
    );
    expect(data.referral.reasonSide).toBe(side);
  });
});

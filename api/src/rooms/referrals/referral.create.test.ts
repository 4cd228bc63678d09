import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { askMove, type AskedReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { newId } from '../../platform/ids.ts';

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

describe('a referral is not made', () => {
  it('by the anonymous', async () => {
    expect((await askMove(hub, null, 'create', input())).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('for a client of someone else, whose id answers like an absent one', async () => {
    for (const viewer of [scene.colleague, scene.outsider, scene.coordinator, scene.admin]) {
      const { failure } = await askMove(hub, viewer, 'create', input());
      expect(failure).toMatchObject({ code: 'NOT_FOUND' });
      expect(failure).toEqual((await askMove(hub, viewer, 'create', input({ clientId: newId() }))).failure);
    }
    expect((await askMove(hub, scene.manager, 'create', input())).failure).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it.each(['040 123 4567', 'samira.k@example.org', '131052-308T', 'Samiralle sopii'])(
    'with %s in its note',
    async (note) => {
      const { failure } = await askMove(hub, scene.caseworker, 'create', input({ note }));
      expect(failure).toMatchObject({
        code: 'INVALID_INPUT',
        reason: 'NOTE_HAS_PERSONAL_DATA',
        fields: [{ path: 'input.note' }],
      });
      expect(JSON.stringify(failure)).not.toContain(note);
    },
  );

  it('with words that may be names, until exactly they are confirmed', async () => {
    const note = 'Toivo and Meri come along.';
    const { failure } = await askMove(hub, scene.caseworker, 'create', input({ note }));
    expect(failure).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'NOTE_HAS_NAMES',
      fields: [{ path: 'input.note', reason: 'NOTE_HAS_NAMES' }],
      facts: { words: ['Toivo', 'Meri'] },
    });
    const half = await askMove(hub, scene.caseworker, 'create', input({ note, confirmedWords: ['Toivo'] }));
    expect(half.failure).toMatchObject({ facts: { words: ['Meri'] } });
    expect(await draft({ note, confirmedWords: ['Toivo', 'Meri'] })).toMatchObject({ summary: { note } });
  });

  it('to an offering that does not exist, is a draft, or takes no referrals', async () => {
    const unpublished = await scene.makeOffering({ publish: false });
    for (const offeringId of [newId(), 'x', unpublished.id]) {
      const { failure } = await askMove(hub, scene.caseworker, 'create', input({ offeringId }));
      expect(failure).toMatchObject({
        code: 'INVALID_INPUT',
        reason: 'OFFERING_UNKNOWN',
        fields: [{ path: 'input.offeringId' }],
      });
    }
    const closed = await scene.makeOffering({ takesReferrals: false });
    const { failure } = await askMove(hub, scene.caseworker, 'create', input({ offeringId: closed.id }));
    expect(failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_TAKING_REFERRALS',
      fields: [{ path: 'input.offeringId' }],
    });
  });

  it('to an offering that has no coming dates', async () => {
    const schedules = [{ startsAtLocal: '2026-11-26T17:00', durationMinutes: 60 }];
    const offering = await scene.makeOffering({ schedules });
    const now = hub.clock.now();
    hub.clock.set(new Date('2026-11-26T18:00:01+02:00'));
    const { failure } = await askMove(hub, scene.caseworker, 'create', input({ offeringId: offering.id }));
    hub.clock.set(now);
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'OFFERING_ENDED' });
  });

  it.each(['none', 'expired'] as const)('to an organisation whose agreement is %s', async (agreement) => {
    const organisation = await anOrganisation(hub, { agreement });
    const offering = await scene.makeOffering({ organisationId: organisation.id });
    const { failure } = await askMove(hub, scene.caseworker, 'create', input({ offeringId: offering.id }));
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'NO_AGREEMENT' });
  });

  it('twice for the same client and offering', async () => {
    const first = await draft();
    const { failure } = await askMove(hub, scene.caseworker, 'create', input());
    expect(failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_REFERRED',
      facts: { referralId: first.id },
    });
  });

  it('twice at once', async () => {
    const both = await Promise.all([1, 2].map(() => askMove(hub, scene.caseworker, 'create', input())));
    expect(both.map(({ failure }) => failure?.reason ?? 'made').sort()).toEqual(['ALREADY_REFERRED', 'made']);
  });

  it('twice with the same key: it is the same one', async () => {
    const once = input({ idempotencyKey: 'referral-key-1', note: 'Mornings' });
    const first = await askMove(hub, scene.caseworker, 'create', once);
    expect((await askMove(hub, scene.caseworker, 'create', once)).referral).toEqual(first.referral);
    const { failure } = await askMove(hub, scene.caseworker, 'create', { ...once, note: 'Evenings' });
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { askMove, askReferral, moveDefaults, type AskedMove } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
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

const sent = (more: object = {}) =>
  aReferral(hub, scene.caseworker, { clientId, offeringId: scene.offering.id, ...more });
const moveOf = ({ id, version }: { id: string; version: number }) => ({ referralId: id, version });
const moves = Object.keys(moveDefaults) as Exclude<AskedMove, 'create'>[];

describe('a move', () => {
  it.each(moves)('%s is refused to the anonymous', async (move) => {
    const referral = await sent();
    expect((await askMove(hub, null, move, moveOf(referral))).failure).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it.each(moves)('%s on a referral of others answers as on one that does not exist', async (move) => {
    const referral = await sent();
    for (const viewer of [scene.colleague, scene.outsider, scene.stranger, scene.volunteer, scene.admin]) {
      const { failure } = await askMove(hub, viewer, move, moveOf(referral));
      expect(failure).toMatchObject({ code: 'NOT_FOUND' });
      expect(failure).toEqual(
        (await askMove(hub, viewer, move, { referralId: newId(), version: 1 })).failure,
      );
      expect(failure).toEqual((await askMove(hub, viewer, move, { referralId: 'x', version: 1 })).failure);
    }
  });

  it('of the other side is refused', async () => {
    const referral = await sent();
    for (const move of ['accept', 'decline', 'close', 'recordFirstContact'] as const) {
      expect((await askMove(hub, scene.caseworker, move, moveOf(referral))).failure).toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    for (const move of ['withdraw', 'send', 'submitForConsent'] as const) {
      expect((await askMove(hub, scene.coordinator, move, moveOf(referral))).failure).toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });

  it('on a stale version tells version, state and moves', async () => {
    const referral = await sent();
    const { failure } = await askMove(hub, scene.coordinator, 'accept', {
      referralId: referral.id,
      version: referral.version - 1,
    });
    expect(failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE_VERSION',
      facts: {
        version: referral.version,
        state: 'SENT',
        moves: ['ACCEPT', 'ASK_INFO', 'WAITLIST', 'DECLINE'],
      },
    });
  });

  it('that the state does not have tells the moves that it has', async () => {
    const referral = await sent();
    const { failure } = await askMove(hub, scene.coordinator, 'close', moveOf(referral));
    expect(failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'MOVE_NOT_ALLOWED',
      facts: {
        version: referral.version,
        state: 'SENT',
        moves: ['ACCEPT', 'ASK_INFO', 'WAITLIST', 'DECLINE'],
      },
    });
  });

  it('made by two at once is made once', async () => {
    const referral = await sent();
    const viewers = [scene.coordinator, scene.secondCoordinator, scene.coordinator, scene.secondCoordinator];
    const answers = await Promise.all(
      viewers.map((viewer) => askMove(hub, viewer, 'accept', moveOf(referral))),
    );
    const reasons = answers.map(({ failure }) => failure?.reason ?? 'accepted').sort();
    expect(reasons).toEqual(['STALE_VERSION', 'STALE_VERSION', 'STALE_VERSION', 'accepted']);
    const seen = await askReferral(hub, scene.caseworker, referral.id);
    expect(seen?.events.filter(({ action }) => action === 'accept')).toHaveLength(1);
  });

  it('to accept needs an assignee of the own organisation', async () => {
    const referral = await sent();
    for (const assigneeId of [scene.stranger.personId, newId(), 'x']) {
      const { failure } = await askMove(hub, scene.coordinator, 'accept', {
        ...moveOf(referral),
        assigneeId,
      });
      expect(failure).toMatchObject({
        code: 'INVALID_INPUT',
        reason: 'ASSIGNEE_UNKNOWN',
        fields: [{ path: 'input.assigneeId' }],
      });
    }
    const assigneeId = scene.volunteer.personId;
    expect(
      (await askMove(hub, scene.coordinator, 'accept', { ...moveOf(referral), assigneeId })).failure,
    ).toBeNull();
  });

  it('to close needs an outcome that can be known by then', async () => {
    const referral = await sent({ stage: 'ACCEPTED', coordinator: scene.coordinator });
    const early = await askMove(hub, scene.coordinator, 'close', { ...moveOf(referral), outcome: 'HELPED' });
    expect(early.failure).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'OUTCOME_NOT_ALLOWED',
      fields: [{ path: 'input.outcome' }],
    });
    for (const sessionsAttended of [-1, 501]) {
      const { failure } = await askMove(hub, scene.coordinator, 'close', {
        ...moveOf(referral),
        sessionsAttended,
      });
      expect(failure).toMatchObject({ code: 'INVALID_INPUT', reason: 'SESSIONS_OUT_OF_RANGE' });
    }
    expect(
      (await askMove(hub, scene.coordinator, 'close', { ...moveOf(referral), outcome: 'MOVED_AWAY' }))
        .failure,
    ).toBeNull();
  });

  it('to record a contact needs a time between acceptance and now', async () => {
    const referral = await sent({ stage: 'ACCEPTED', coordinator: scene.coordinator });
    for (const contactedAt of ['2026-11-23T09:00:00+02:00', '2026-11-24T09:00:01+02:00']) {
      const { failure } = await askMove(hub, scene.coordinator, 'recordFirstContact', {
        ...moveOf(referral),
        contactedAt,
      });
      expect(failure).toMatchObject({
        code: 'INVALID_INPUT',
        reason: 'CONTACT_TIME_NOT_ALLOWED',
        fields: [{ path: 'input.contactedAt' }],
      });
    }
  });
});

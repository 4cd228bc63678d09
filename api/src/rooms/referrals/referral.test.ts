import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient, aConsent } from '../../../test/makers/client.ts';
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

const moveOf = ({ id, version }: AskedReferral) => ({ referralId: id, version });
const create = async (more: object = {}): Promise<AskedReferral> => {
  const input = {
    clientId,
    offeringId: scene.offering.id,
    needCategory: 'COMPANY',
    note: 'Evenings suit best.',
    ...more,
  };
  const { failure, referral } = await askMove(hub, scene.caseworker, 'create', input);
  expect(failure).toBeNull();
  return referral;
};
const consent = (more: object = {}) =>
  aConsent(hub, scene.caseworker, { clientId, organisationId: scene.association.id, ...more });
const seenBy = (viewer: ReferralScene['caseworker'], id: string) =>
  askReferral(hub, viewer, id) as Promise<AskedReferral>;

describe('a referral from end to end', () => {
  it('goes from the caseworker to the association and back with an outcome', async () => {
    const draft = await create();
    expect(draft).toMatchObject({
      state: 'DRAFT',
      side: 'SENT',
      version: 1,
      moves: ['SUBMIT_FOR_CONSENT', 'SEND'],
    });
    expect(await askReferral(hub, scene.coordinator, draft.id)).toBeNull();

    const asked = await askMove(hub, scene.caseworker, 'submitForConsent', moveOf(draft));
    expect(asked.referral).toMatchObject({
      state: 'AWAITING_CONSENT',
      moves: ['CONFIRM_CONSENT', 'REFUSE_CONSENT'],
    });
    expect(await askReferral(hub, scene.coordinator, draft.id)).toBeNull();

    const sent = await askMove(hub, scene.caseworker, 'confirmConsent', moveOf(asked.referral));
    expect(sent.referral).toMatchObject({
      state: 'SENT',
      version: 3,
      answerDueAt: '2026-11-27T07:00:00.000Z',
      moves: ['WITHDRAW'],
    });

    const received = await seenBy(scene.coordinator, draft.id);
    expect(received).toMatchObject({
      side: 'RECEIVED',
      client: null,
      identity: null,
      identityHiddenBecause: 'NOT_ACCEPTED',
      summary: {
        needCategory: 'COMPANY',
        municipality: { code: '167' },
        languages: ['ar', 'en'],
        ageBand: 'FROM_30_TO_49',
        priority: 'NORMAL',
        note: 'Evenings suit best.',
      },
      events: [
        {
          action: 'confirmConsent',
          toState: 'SENT',
          byYou: false,
          byOrganisation: { id: scene.municipality.id },
        },
      ],
      moves: ['ACCEPT', 'ASK_INFO', 'WAITLIST', 'DECLINE'],
    });

    const accepted = await askMove(hub, scene.coordinator, 'accept', moveOf(received));
    expect(accepted.referral).toMatchObject({
      state: 'ACCEPTED',
      firstContactDueAt: '2026-12-01T07:00:00.000Z',
      identity: {
        givenName: 'Samira',
        contactKind: 'PHONE',
        contact: '+358401234567',
        safeContactNote: 'Only messages',
      },
      identityHiddenBecause: null,
      moves: ['RECORD_FIRST_CONTACT', 'CLOSE'],
    });

    const contacted = await askMove(hub, scene.coordinator, 'recordFirstContact', moveOf(accepted.referral));
    expect(contacted.referral).toMatchObject({ state: 'IN_PROGRESS', moves: ['HOLD', 'CLOSE'] });

    const closed = await askMove(hub, scene.secondCoordinator, 'close', {
      ...moveOf(contacted.referral),
      outcome: 'HELPED',
      sessionsAttended: 5,
    });
    expect(closed.referral).toMatchObject({
      state: 'CLOSED',
      outcome: 'HELPED',
      sessionsAttended: 5,
      moves: ['REOPEN'],
    });

    const seen = await seenBy(scene.caseworker, draft.id);
    expect(seen).toMatchObject({
      state: 'CLOSED',
      outcome: 'HELPED',
      sessionsAttended: 5,
      client: { id: clientId },
    });
    expect(seen.events.map(({ action, byYou }) => [action, byYou])).toEqual([
      ['create', true],
      ['submitForConsent', true],
      ['confirmConsent', true],
      ['accept', false],
      ['recordFirstContact', false],
      ['close', false],
    ]);
  });

  it('is sent at once with a consent that was recorded before', async () => {
    const draft = await create({ priority: 'URGENT' });
    await consent();
    const { referral } = await askMove(hub, scene.caseworker, 'send', moveOf(draft));
    expect(referral).toMatchObject({ state: 'SENT', answerDueAt: '2026-11-25T07:00:00.000Z' });
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { askMove, askReferral, type AskedMove } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral, type ReferralWish } from '../../../test/makers/referral.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { ConsentService } from '../clients/index.ts';

const hub = useHub();
let scene: ReferralScene;
let clientId: string;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});
beforeEach(async () => {
  hub.clock.set(new Date('2026-11-24T09:00:00+02:00'));
  clientId = (await aClient(hub, scene.caseworker)).id;
});

interface Standing {
  readonly id: string;
  readonly version: number;
}

const made = (stage: ReferralWish['stage']) =>
  aReferral(hub, scene.caseworker, {
    clientId,
    offeringId: scene.offering.id,
    stage,
    coordinator: scene.coordinator,
  });
const move = async (viewer: Viewer, name: AskedMove, { id, version }: Standing, more: object = {}) =>
  askMove(hub, viewer, name, { referralId: id, version, ...more });
const moved = async (viewer: Viewer, name: AskedMove, standing: Standing, more: object = {}) => {
  const { failure, referral } = await move(viewer, name, standing, more);
  expect(failure).toBeNull();
  return referral;
};

describe('a question before the answer', () => {
  it('goes to the referrer with its words, and the reply comes back', async () => {
    const asked = await moved(scene.coordinator, 'askInfo', await made('SENT'));
    expect(asked).toMatchObject({ state: 'NEEDS_INFO', moves: ['ACCEPT', 'DECLINE'] });
    expect(await askReferral(hub, scene.caseworker, asked.id)).toMatchObject({
      moves: ['REPLY_INFO', 'WITHDRAW'],
      messages: [{ kind: 'QUESTION', body: 'Which evenings suit?', byYou: false }],
    });
    const replied = await moved(scene.caseworker, 'replyInfo', asked);
    expect(replied.state).toBe('SENT');
    expect((await askReferral(hub, scene.coordinator, asked.id))?.messages).toMatchObject([
      { kind: 'QUESTION', byYou: true },
      { kind: 'ANSWER', body: 'Tuesdays and Thursdays.', byYou: false },
    ]);
    const templates = (await scene.outbox())
      .filter(({ values }) => values['url']?.endsWith(asked.id))
      .map(({ template, to }) => `${template} ${to}`);
    expect(templates).toContain(`referrals.answered ${scene.addresses.caseworker}`);
    expect(templates).toContain(`referrals.news ${scene.addresses.coordinator}`);
  });

  it('stops the answer’s clock, over a weekend and a holiday too', async () => {
    // Due on Friday the 27th at 9; asked on Wednesday: two working days are left.
    const sent = await made('SENT');
    hub.clock.set(new Date('2026-11-25T09:00:00+02:00'));
    const asked = await moved(scene.coordinator, 'askInfo', sent);
    // Saturday, before Independence Day on Sunday.
    hub.clock.set(new Date('2026-12-05T12:00:00+02:00'));
    const replied = await moved(scene.caseworker, 'replyInfo', asked);
    expect(replied.answerDueAt).toBe('2026-12-08T22:00:00.000Z');
    expect(replied.isOverdue).toBe(false);
  });

  it('holds no number, address, code or name', async () => {
    const sent = await made('SENT');
    for (const message of ['Call 040 123 4567', 'Write to a@example.org', '131052-308T']) {
      const { failure } = await move(scene.coordinator, 'askInfo', sent, { message });
      expect(failure).toMatchObject({
        code: 'INVALID_INPUT',
        reason: 'NOTE_HAS_PERSONAL_DATA',
        fields: [{ path: 'input.message' }],
      });
      expect(JSON.stringify(failure)).not.toContain(message);
    }
    const asked = await moved(scene.coordinator, 'askInfo', sent);
    const named = await move(scene.caseworker, 'replyInfo', asked, { message: 'Samira comes gladly.' });
    expect(named.failure).toMatchObject({ reason: 'NOTE_HAS_PERSONAL_DATA' });
  });

  it('names what is asked and is not empty', async () => {
    const sent = await made('SENT');
    expect((await move(scene.coordinator, 'askInfo', sent, { informationKinds: [] })).failure).toMatchObject({
      reason: 'NOTHING_ASKED',
    });
    expect((await move(scene.coordinator, 'askInfo', sent, { message: ' ' })).failure).toMatchObject({
      reason: 'TEXT_EMPTY',
    });
  });

  it('is not readable in the database, and gone for the receiver when consent ends', async () => {
    const asked = await moved(scene.coordinator, 'askInfo', await made('SENT'));
    const rows = await scene.queryAs(
      'hub_owner',
      'select body from referral_messages where referral_id = $1',
      [asked.id],
    );
    expect(JSON.stringify(rows)).not.toContain('evenings');
    const [consent] = await scene.queryAs(
      'hub_owner',
      'select consent_id as id from referrals where id = $1',
      [asked.id],
    );
    await hub.hub.get(ConsentService).withdraw(scene.caseworker, String(consent?.['id']));
    expect((await askReferral(hub, scene.coordinator, asked.id))?.messages).toEqual([]);
    expect((await askReferral(hub, scene.caseworker, asked.id))?.messages).toHaveLength(1);
  });
});

describe('a waiting list', () => {
  it('says how long, and the referral can still be taken in', async () => {
    const waiting = await moved(scene.coordinator, 'waitlist', await made('SENT'));
    expect(waiting).toMatchObject({
      state: 'WAITLISTED',
      estimatedWaitWeeks: 4,
      reviewAt: '2026-12-24T07:00:00.000Z',
      identity: null,
      moves: ['ACCEPT', 'DECLINE'],
    });
    expect((await moved(scene.coordinator, 'accept', waiting)).state).toBe('ACCEPTED');
  });

  it.each([0, 53, -1])('is not of %i weeks', async (estimatedWaitWeeks) => {
    const { failure } = await move(scene.coordinator, 'waitlist', await made('SENT'), { estimatedWaitWeeks });
    expect(failure).toMatchObject({ reason: 'ESTIMATE_OUT_OF_RANGE' });
  });
});

describe('an interruption', () => {
  it('has a reason and a day, and goes on', async () => {
    const held = await moved(scene.coordinator, 'hold', await made('IN_PROGRESS'));
    expect(held).toMatchObject({
      state: 'ON_HOLD',
      holdReason: 'CLIENT_AWAY',
      reviewAt: '2026-12-15T07:00:00.000Z',
      moves: ['RESUME', 'CLOSE'],
    });
    expect(await moved(scene.coordinator, 'resume', held)).toMatchObject({
      state: 'IN_PROGRESS',
      reviewAt: null,
    });
  });

  it.each(['2026-11-24', '2027-05-24', '2020-01-01'])('is not until %s', async (reviewOn) => {
    const { failure } = await move(scene.coordinator, 'hold', await made('IN_PROGRESS'), { reviewOn });
    expect(failure).toMatchObject({ reason: 'REVIEW_DATE_NOT_ALLOWED' });
  });
});

describe('a closed referral', () => {
  it('goes on within 30 days, for either side', async () => {
    for (const viewer of [scene.coordinator, scene.caseworker]) {
      const client = await aClient(hub, scene.caseworker);
      clientId = client.id;
      const closed = await made('CLOSED');
      hub.clock.advance(30 * 86_400_000);
      const reopened = await moved(viewer, 'reopen', closed);
      expect(reopened).toMatchObject({ state: 'IN_PROGRESS', outcome: null, endedAt: null });
      expect((await askReferral(hub, scene.coordinator, closed.id))?.identity).not.toBeNull();
    }
  });

  it('stays closed after 30 days, without consent, and beside another one', async () => {
    const closed = await made('CLOSED');
    await made('DRAFT');
    expect((await move(scene.caseworker, 'reopen', closed)).failure).toMatchObject({
      reason: 'ALREADY_REFERRED',
    });
    hub.clock.advance(30 * 86_400_000 + 1_000);
    // No button is shown that would be refused.
    expect(await askReferral(hub, scene.coordinator, closed.id)).toMatchObject({
      moves: [],
      viewerCan: { reopen: false },
    });
    expect((await move(scene.coordinator, 'reopen', closed)).failure).toMatchObject({
      reason: 'REOPEN_TOO_LATE',
    });
  });

  it('stays closed without consent', async () => {
    const closed = await made('CLOSED');
    const [row] = await scene.queryAs('hub_owner', 'select consent_id as id from referrals where id = $1', [
      closed.id,
    ]);
    await hub.hub.get(ConsentService).withdraw(scene.caseworker, String(row?.['id']));
    const now = await askReferral(hub, scene.caseworker, closed.id);
    expect(now?.viewerCan).toMatchObject({ reopen: false });
    const current = { id: closed.id, version: now?.version ?? 0 };
    expect((await move(scene.caseworker, 'reopen', current)).failure).toMatchObject({
      reason: 'CONSENT_EXPIRED',
    });
  });
});

describe('a client who says no', () => {
  it('ends the referral before anybody else knew of it', async () => {
    const asked = await moved(scene.caseworker, 'submitForConsent', await made('DRAFT'));
    const before = (await scene.outbox()).length;
    expect(await moved(scene.caseworker, 'refuseConsent', asked)).toMatchObject({
      state: 'WITHDRAWN',
      withdrawReason: 'CONSENT_REFUSED',
    });
    expect(await scene.outbox()).toHaveLength(before);
  });
});

const write = (viewer: Viewer | null, referralId: string, message = 'See you on Tuesday.', key?: string) =>
  hub.ask(
    viewer,
    'mutation ($input: SendReferralMessageInput!) { sendReferralMessage(input: $input) { referral { id } } }',
    { input: { referralId, message, idempotencyKey: key } },
  );

describe('a message on a referral', () => {
  it('goes both ways while it runs, once per key', async () => {
    const { id } = await made('ACCEPTED');
    expect((await write(scene.coordinator, id, 'Tuesday suits.', 'message-key-1')).failure).toBeNull();
    expect((await write(scene.coordinator, id, 'Tuesday suits.', 'message-key-1')).failure).toBeNull();
    expect((await write(scene.caseworker, id)).failure).toBeNull();
    expect((await askReferral(hub, scene.caseworker, id))?.messages).toMatchObject([
      { kind: 'MESSAGE', body: 'Tuesday suits.' },
      { kind: 'MESSAGE', body: 'See you on Tuesday.', byYou: true },
    ]);
    expect(await scene.auditRows(id, 'referral.sendMessage')).toHaveLength(2);
  });

  it('is refused before it is sent, after it has ended, and to outsiders', async () => {
    const draft = await made('DRAFT');
    expect((await write(scene.caseworker, draft.id)).failure?.reason).toBe('NOT_OPEN_FOR_MESSAGES');
    expect((await write(scene.coordinator, draft.id)).failure?.code).toBe('NOT_FOUND');
    clientId = (await aClient(hub, scene.caseworker)).id;
    const closed = await made('CLOSED');
    expect((await write(scene.coordinator, closed.id)).failure?.reason).toBe('NOT_OPEN_FOR_MESSAGES');
    for (const viewer of [scene.stranger, scene.outsider, scene.admin, scene.colleague])
      expect((await write(viewer, closed.id)).failure?.code).toBe('NOT_FOUND');
    expect((await write(scene.manager, closed.id)).failure?.code).toBe('FORBIDDEN');
  });
});

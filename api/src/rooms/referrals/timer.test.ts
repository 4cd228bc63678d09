import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { askMove, askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral, type ReferralWish } from '../../../test/makers/referral.ts';
import { fireDueTimers, fireTimer } from './timer.fire.ts';
import { timersOf } from './timer.plan.ts';

const hub = useHub();
let scene: ReferralScene;
const start = new Date('2026-11-24T09:00:00+02:00');
const none = { priority: 'NORMAL', answerDueAt: null, firstContactDueAt: null, reviewAt: null } as const;

beforeAll(async () => {
  scene = await aReferralScene(hub);
});
beforeEach(async () => {
  // What earlier tests left has rung by then.
  await scene.queryAs('hub_owner', 'update referral_timers set fired_at = now() where fired_at is null');
  hub.clock.set(start);
});

const made = async (stage: ReferralWish['stage'], more: Partial<ReferralWish> = {}) => {
  const { id: clientId } = await aClient(hub, scene.caseworker);
  const { coordinator } = scene;
  return aReferral(hub, scene.caseworker, {
    clientId,
    offeringId: scene.offering.id,
    stage,
    coordinator,
    ...more,
  });
};
const rung = async (id: string): Promise<unknown[]> => {
  const rows = await scene.queryAs(
    'hub_owner',
    'select kind from referral_timers where referral_id = $1 and fired_at is not null order by fired_at, due_at',
    [id],
  );
  return rows.map(({ kind }) => kind);
};
const at = async (time: string): Promise<number> => {
  hub.clock.set(new Date(time));
  return fireDueTimers(hub.hub);
};
const stateOf = async (id: string) => (await askReferral(hub, scene.caseworker, id))?.state;
const mailsOf = async (id: string): Promise<string[]> =>
  (await scene.outbox())
    .filter(({ values }) => values['url']?.endsWith(id))
    .map(({ template, to }) => `${template} ${to}`);

describe('the clocks of an answer', () => {
  it('ring at half, whole and one and a half of the time, and end it at ten working days', async () => {
    const { id } = await made('SENT');
    expect(await at('2026-11-25T20:59:00+02:00')).toBe(0);
    expect(await at('2026-11-25T21:01:00+02:00')).toBe(1);
    expect(await at('2026-11-27T09:01:00+02:00')).toBe(1);
    // Half of three working days after Friday morning is Monday evening.
    expect(await at('2026-11-30T20:59:00+02:00')).toBe(0);
    expect(await at('2026-11-30T21:01:00+02:00')).toBe(1);
    expect(await rung(id)).toEqual(['ANSWER_HALF', 'ANSWER_DUE', 'ANSWER_LATE']);
    const mails = await mailsOf(id);
    expect(mails.filter((mail) => mail === `referrals.reminder ${scene.addresses.coordinator}`)).toHaveLength(
      3,
    );
    expect(mails.filter((mail) => mail === `referrals.answered ${scene.addresses.caseworker}`)).toHaveLength(
      1,
    );
    expect(await at('2026-12-08T08:59:00+02:00')).toBe(0);
    expect(await at('2026-12-08T09:01:00+02:00')).toBe(1);
    expect(await stateOf(id)).toBe('EXPIRED');
    // What rings then is no clock of the answer, but the end of the receiver's copy.
    expect(await at('2027-06-01T09:00:00+03:00')).toBe(1);
    expect(await at('2027-11-30T09:00:00+02:00')).toBe(0);
  });

  it('stop when it is answered', async () => {
    const { id } = await made('ACCEPTED');
    await at('2026-11-30T21:00:00+02:00');
    expect(await rung(id)).toEqual([]);
  });

  it('run faster when it is urgent', () => {
    const answerDueAt = new Date('2026-11-25T09:00:00+02:00');
    const timers = timersOf('SENT', { ...none, priority: 'URGENT', answerDueAt }, start);
    expect(timers.map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`)).toEqual([
      'ANSWER_HALF 2026-11-24T19:00:00.000Z',
      'ANSWER_DUE 2026-11-25T07:00:00.000Z',
      'ANSWER_LATE 2026-11-25T19:00:00.000Z',
      'EXPIRE 2026-12-08T07:00:00.000Z',
    ]);
  });

  it('stand still while the receiver waits for information, and go on with what was left', async () => {
    const sent = await made('SENT');
    hub.clock.set(new Date('2026-11-25T09:00:00+02:00'));
    const { referral: asked } = await askMove(hub, scene.coordinator, 'askInfo', {
      referralId: sent.id,
      version: sent.version,
    });
    await at('2026-12-02T09:01:00+02:00');
    expect(await rung(sent.id)).toEqual(['INFORMATION_DUE']);
    hub.clock.set(new Date('2026-12-03T09:00:00+02:00'));
    await askMove(hub, scene.caseworker, 'replyInfo', { referralId: sent.id, version: asked.version });
    await at('2026-12-03T21:01:00+02:00');
    expect(await rung(sent.id)).toEqual(['INFORMATION_DUE', 'ANSWER_HALF']);
  });
});

describe('a half-year', () => {
  it('of one referral in every state rings what the rules say, day by day, each once', async () => {
    const draft = await made('DRAFT');
    const awaiting = await made('DRAFT');
    await askMove(hub, scene.caseworker, 'submitForConsent', {
      referralId: awaiting.id,
      version: awaiting.version,
    });
    const accepted = await made('ACCEPTED');
    const running = await made('IN_PROGRESS');
    const waiting = await made('SENT');
    await askMove(hub, scene.coordinator, 'waitlist', { referralId: waiting.id, version: waiting.version });
    const held = await made('IN_PROGRESS');
    await askMove(hub, scene.coordinator, 'hold', { referralId: held.id, version: held.version });
    for (let day = 0; day <= 183; day += 1) {
      hub.clock.set(new Date(start.getTime() + day * 86_400_000 + 60_000));
      // Two workers at once, every day.
      await Promise.all([fireDueTimers(hub.hub), fireDueTimers(hub.hub)]);
    }
    expect(await askReferral(hub, scene.caseworker, draft.id)).toBeNull();
    expect(await stateOf(awaiting.id)).toBe('EXPIRED');
    expect(await stateOf(accepted.id)).toBe('EXPIRED');
    expect(await rung(accepted.id)).toEqual(['CONTACT_DUE', 'CONTACT_LATE', 'EXPIRE', 'ERASE_RECEIVER']);
    expect(await askReferral(hub, scene.caseworker, running.id)).toMatchObject({
      state: 'CLOSED',
      outcome: 'UNKNOWN_TIMEOUT',
    });
    expect(await rung(running.id)).toEqual(['OUTCOME_FIRST', 'OUTCOME_SECOND', 'CLOSE']);
    expect(await stateOf(waiting.id)).toBe('EXPIRED');
    expect(await rung(waiting.id)).toEqual(['REVIEW', 'EXPIRE', 'ERASE_RECEIVER']);
    expect(await stateOf(held.id)).toBe('CLOSED');
    expect(await rung(held.id)).toEqual(['REVIEW', 'CLOSE']);
    const mails = await mailsOf(running.id);
    expect(mails.filter((mail) => mail === `referrals.reminder ${scene.addresses.coordinator}`)).toHaveLength(
      2,
    );
  }, 120_000);
});

describe('a clock', () => {
  it('has a job in the queue, made with it and gone with its transaction', async () => {
    const { id } = await made('SENT');
    const rows = await scene.queryAs(
      'hub_owner',
      `select t.kind, j.start_after >= t.due_at - interval '1 second' as "waits" from referral_timers t
       join pgboss.job j on j.name = 'referrals.timer' and j.data->>'timerId' = t.id::text
       where t.referral_id = $1 order by t.due_at`,
      [id],
    );
    expect(rows).toEqual(
      ['ANSWER_HALF', 'ANSWER_DUE', 'ANSWER_LATE', 'EXPIRE'].map((kind) => ({ kind, waits: true })),
    );
  });

  it('does nothing before its time, and nothing the second time', async () => {
    const { id } = await made('SENT');
    const [timer] = await scene.queryAs(
      'hub_owner',
      `select id from referral_timers where referral_id = $1 and kind = 'ANSWER_HALF'`,
      [id],
    );
    const timerId = String(timer?.['id']);
    await fireTimer(hub.hub, timerId);
    expect(await rung(id)).toEqual([]);
    hub.clock.set(new Date('2026-11-26T09:00:00+02:00'));
    await Promise.all([1, 2, 3, 4, 5].map(() => fireTimer(hub.hub, timerId)));
    expect(await rung(id)).toEqual(['ANSWER_HALF']);
    expect(await scene.auditRows(id, 'referral.timer')).toHaveLength(1);
  });

  it('that fails keeps no other from ringing, and rings with a later sweep', async () => {
    const [broken, sound] = [await made('SENT'), await made('SENT')];
    // An audit row that cannot be written fails the ring with all it did.
    await scene.queryAs(
      'hub_owner',
      `create or replace function refuse_one() returns trigger language plpgsql as $$ begin
         if new.subject_id = '${broken.id}' and new.action = 'referral.timer' then raise exception 'refused'; end if;
         return new; end $$;
       create trigger refuse_one before insert on audit_log for each row execute function refuse_one();`,
    );
    expect(await at('2026-11-26T09:00:00+02:00')).toBe(1);
    expect(await rung(broken.id)).toEqual([]);
    expect(await rung(sound.id)).toEqual(['ANSWER_HALF']);
    await scene.queryAs('hub_owner', 'drop trigger refuse_one on audit_log');
    expect(await at('2026-11-26T09:05:00+02:00')).toBe(1);
    expect(await rung(broken.id)).toEqual(['ANSWER_HALF']);
  });
});

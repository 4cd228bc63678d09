import { beforeAll, describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { askMove, askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { problemsOf } from './offering-clocks.set.ts';
import { defaultClocks } from './offering-clocks.words.ts';
import { timersOf } from './timer.plan.ts';

const hub = useHub();
let scene: ReferralScene;
const monday = new Date('2026-11-30T09:00:00+02:00');
beforeAll(async () => {
  scene = await aReferralScene(hub);
  hub.clock.set(monday);
});

const clocks = {
  answerWorkingDays: 5,
  urgentAnswerWorkingDays: 2,
  firstContactWorkingDays: 2,
  waitingReviewDays: 14,
  firstOutcomeDays: 20,
};
const fields = Object.keys(clocks).join(' ');
const setClocks = (viewer: Viewer | null, input: object): Promise<Answer<object | null>> =>
  hub.ask(
    viewer,
    `mutation ($input: SetOfferingClocksInput!) { setOfferingClocks(input: $input) { clocks { ${fields} } } }`,
    { input: { offeringId: scene.offering.id, ...clocks, ...input } },
  );
const seenBy = async (viewer: Viewer | null): Promise<unknown> => {
  const { data } = await hub.ask<{ offering: { referralClocks: unknown } }>(
    viewer,
    `query ($id: ID!) { offering(id: $id) { referralClocks { ${fields} viewerCan { set } } } }`,
    { id: scene.offering.id },
  );
  return data.offering.referralClocks;
};
const dueOf = async (id: string): Promise<Record<string, string>> => {
  const rows = await scene.queryAs(
    'hub_owner',
    `select kind, to_char(due_at at time zone 'Europe/Helsinki', 'MM-DD HH24:MI') as at from referral_timers
     where referral_id = $1 and fired_at is null`,
    [id],
  );
  return Object.fromEntries(rows.map(({ kind, at }) => [String(kind), String(at)]));
};

describe('the clocks of an offering', () => {
  it('are the defaults until its host sets them, within what the rules allow', async () => {
    expect(await seenBy(null)).toEqual({ ...defaultClocks, viewerCan: { set: false } });
    expect((await setClocks(null, {})).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const viewer of [scene.caseworker, scene.volunteer, scene.stranger, scene.admin])
      expect((await setClocks(viewer, {})).failure).toMatchObject({ code: 'FORBIDDEN' });
    const wrong = await setClocks(scene.coordinator, { answerWorkingDays: 7, waitingReviewDays: 90 });
    expect(wrong.failure).toMatchObject({
      reason: 'NUMBER_OUT_OF_RANGE',
      fields: [{ path: 'input.answerWorkingDays' }, { path: 'input.waitingReviewDays' }],
    });
    expect((await setClocks(scene.coordinator, {})).data).toEqual({ setOfferingClocks: { clocks } });
    expect(await seenBy(scene.coordinator)).toEqual({ ...clocks, viewerCan: { set: true } });
    expect(await seenBy(scene.caseworker)).toEqual({ ...clocks, viewerCan: { set: false } });
  });

  it('rule the referrals to it from then on', async () => {
    const { id: clientId } = await aClient(hub, scene.caseworker);
    const sent = await aReferral(hub, scene.caseworker, { clientId, offeringId: scene.offering.id });
    // Five working days from Monday over Independence Day, a Sunday.
    expect(await dueOf(sent.id)).toMatchObject({
      ANSWER_HALF: '12-02 21:00',
      ANSWER_DUE: '12-07 09:00',
      EXPIRE: '12-14 09:00',
    });
    const accepted = await askMove(hub, scene.coordinator, 'accept', {
      referralId: sent.id,
      version: sent.version,
    });
    expect(accepted.referral).toMatchObject({ firstContactDueAt: '2026-12-02T07:00:00.000Z' });
    expect(await dueOf(sent.id)).toMatchObject({ CONTACT_DUE: '12-02 09:00', CONTACT_LATE: '12-14 09:00' });
    await askMove(hub, scene.coordinator, 'recordFirstContact', {
      referralId: sent.id,
      version: accepted.referral.version,
    });
    expect(await dueOf(sent.id)).toMatchObject({
      OUTCOME_FIRST: '12-20 09:00',
      OUTCOME_SECOND: '02-28 09:00',
    });

    const { id: other } = await aClient(hub, scene.caseworker);
    const asked = await aReferral(hub, scene.caseworker, { clientId: other, offeringId: scene.offering.id });
    await askMove(hub, scene.coordinator, 'waitlist', { referralId: asked.id, version: asked.version });
    expect(await dueOf(asked.id)).toMatchObject({ REVIEW: '12-14 09:00', EXPIRE: '02-28 09:00' });
    expect(await askReferral(hub, scene.caseworker, asked.id)).toMatchObject({ state: 'WAITLISTED' });
  });

  it('let nothing urgent wait longer than the rest', () => {
    expect(problemsOf({ ...clocks, urgentAnswerWorkingDays: 6 }).map(({ path }) => path)).toEqual([
      'input.urgentAnswerWorkingDays',
    ]);
    expect(problemsOf(defaultClocks)).toEqual([]);
  });

  it('remind at half of the working time also of what was sent on a Saturday', () => {
    const saturday = new Date('2026-11-28T12:00:00+02:00');
    const facts = {
      answerDueAt: new Date('2026-11-30T12:00:00+02:00'),
      firstContactDueAt: null,
      reviewAt: null,
    };
    const timers = timersOf('SENT', { ...facts, priority: 'URGENT', sentAt: saturday }, saturday);
    expect(timers.map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`)).toEqual([
      'ANSWER_HALF 2026-11-30T04:00:00.000Z',
      'ANSWER_DUE 2026-11-30T10:00:00.000Z',
      'ANSWER_LATE 2026-11-30T16:00:00.000Z',
      'EXPIRE 2026-12-11T10:00:00.000Z',
    ]);
  });
});

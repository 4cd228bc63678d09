import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { askMove, askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { createClientLink, fireDueTimers } from './index.ts';

const hub = useHub();
const marker = 'Zebrafaith circle';
let scene: ReferralScene;
let offeringId: string;
let referralId: string;
let token: string;

const moveOf = ({ id, version }: { id: string; version: number }) => ({ referralId: id, version });

/** A referral to it that lives through questions, a waiting list, contact and its end, and one that is left to the clocks. */
beforeAll(async () => {
  scene = await aReferralScene(hub);
  offeringId = (await scene.makeOffering({ isSensitive: true, title: marker })).id;
  const made = async () =>
    aReferral(hub, scene.caseworker, { clientId: (await aClient(hub, scene.caseworker)).id, offeringId });
  const first = await made();
  referralId = first.id;
  const { caseworker, coordinator } = scene;
  const steps = [
    [coordinator, 'askInfo', {}],
    [caseworker, 'replyInfo', {}],
    [coordinator, 'waitlist', {}],
    [coordinator, 'accept', {}],
    [coordinator, 'recordFirstContact', {}],
    [coordinator, 'hold', {}],
    [coordinator, 'resume', {}],
  ] as const;
  let at = moveOf(first);
  for (const [viewer, move, more] of steps)
    at = moveOf((await askMove(hub, viewer, move, { ...at, ...more })).referral);
  const link = await createClientLink(hub.hub, caseworker, { referralId });
  token = link.url.split('/').at(-1) ?? '';
  await askMove(hub, coordinator, 'decline', { ...moveOf(await made()), reason: 'NO_CAPACITY' });
  await made();
  const now = hub.clock.now();
  hub.clock.set(new Date(now.getTime() + 40 * 86_400_000));
  await fireDueTimers(hub.hub);
  hub.clock.set(now);
});

describe('an offering whose name alone may reveal something', () => {
  it.each([
    ['the outbox', () => scene.outbox()],
    ['the log', () => scene.queryAs('hub_auditor', 'select action, facts::text from audit_log')],
    ['the histories', () => scene.queryAs('hub_owner', 'select action, facts::text from referral_events')],
    ['the referrals', () => scene.queryAs('hub_owner', 'select row_to_json(r)::text from referrals r')],
    ['the jobs', () => scene.queryAs('hub_owner', 'select row_to_json(j)::text from pgboss.job j')],
  ])('is not named in %s', async (_where, read) => {
    const rows = await read();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('Zebrafaith');
  });

  it('is not named on the client’s page, over whose shoulder somebody may look', async () => {
    const { data } = await hub.ask(
      null,
      `query ($token: String!) { clientPage(token: $token) {
         step fields offering { title { value } } nextOccurrence { offering { title { value } } } } }`,
      { token },
    );
    expect(data).toMatchObject({ clientPage: { step: 'MEETING', offering: null, nextOccurrence: null } });
  });

  it('is named to the two sides, and its referral is nothing to anybody else', async () => {
    const named = `query ($id: ID!) { referral(id: $id) { offering { title(languages: ["en"]) { value } } } }`;
    for (const viewer of [scene.caseworker, scene.coordinator]) {
      const { data } = await hub.ask(viewer, named, { id: referralId });
      expect(JSON.stringify(data)).toContain(marker);
    }
    for (const viewer of [scene.colleague, scene.outsider, scene.stranger, scene.volunteer, scene.admin])
      expect(await askReferral(hub, viewer, referralId)).toBeNull();
  });

  it('is found by caseworkers alone when they look for what fits', async () => {
    const find = `query { matchOfferings(needs: {}, first: 100) { matches { offering { title(languages: ["en"]) { value } } } } }`;
    expect(JSON.stringify((await hub.ask(scene.caseworker, find)).data)).toContain(marker);
    for (const viewer of [scene.stranger, scene.coordinator])
      expect(JSON.stringify((await hub.ask(viewer, find)).data)).not.toContain(marker);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { askMove, askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral, type ReferralWish } from '../../../test/makers/referral.ts';
import sql from 'sql-template-tag';
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

const made = (stage: ReferralWish['stage'], offeringId = scene.offering.id) =>
  aReferral(hub, scene.caseworker, { clientId, offeringId, stage, coordinator: scene.coordinator });

const assign = async (
  viewer: Viewer | null,
  { id, version }: { id: string; version: number },
  assigneeId: string | null,
) => {
  const { data, failure } = await hub.ask<{
    assignReferral: { referral: { id: string; version: number; assigneeName: string | null } };
  } | null>(
    viewer,
    `mutation ($input: AssignReferralInput!) {
       assignReferral(input: $input) { referral { id version assigneeId assigneeName isMine } }
     }`,
    { input: { referralId: id, version, assigneeId } },
  );
  return { referral: data?.assignReferral.referral, failure };
};

const given = async (stage: ReferralWish['stage'], to: Viewer) => {
  const { referral } = await assign(scene.coordinator, await made(stage), to.personId);
  if (!referral) throw new Error('not assigned');
  return referral;
};

const counts = async (viewer: Viewer, side = 'RECEIVED') => {
  const { data } = await hub.ask<{ referralCounts: Record<string, number> }>(
    viewer,
    'query ($filter: ReferralFilter) { referralCounts(filter: $filter) { unassigned mine waitingForUs overdue } }',
    { filter: { side } },
  );
  return data.referralCounts;
};

const idsIn = async (viewer: Viewer, filter: object): Promise<string[]> => {
  const { data } = await hub.ask<{ referrals: { nodes: { id: string }[] } }>(
    viewer,
    'query ($filter: ReferralFilter) { referrals(first: 50, filter: $filter) { nodes { id } } }',
    { filter },
  );
  return data.referrals.nodes.map(({ id }) => id);
};

describe('giving a referral to someone', () => {
  it('is for the receiver’s coordinators, and refused to everyone else', async () => {
    const sent = await made('SENT');
    const { personId } = scene.volunteer;
    expect((await assign(null, sent, personId)).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const viewer of [scene.stranger, scene.outsider, scene.colleague, scene.volunteer, scene.admin]) {
      expect((await assign(viewer, sent, personId)).failure).toMatchObject({ code: 'NOT_FOUND' });
    }
    for (const viewer of [scene.caseworker, scene.manager]) {
      expect((await assign(viewer, sent, personId)).failure).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('takes only coordinators and volunteers of the same organisation', async () => {
    const sent = await made('SENT');
    for (const someone of [scene.stranger, scene.caseworker]) {
      expect((await assign(scene.coordinator, sent, someone.personId)).failure).toMatchObject({
        code: 'INVALID_INPUT',
        reason: 'ASSIGNEE_UNKNOWN',
        fields: [{ path: 'input.assigneeId' }],
      });
    }
    const { referral } = await assign(scene.coordinator, sent, scene.secondCoordinator.personId);
    expect(referral).toMatchObject({
      version: sent.version + 1,
      assigneeId: scene.secondCoordinator.personId,
    });
    expect((await assign(scene.coordinator, sent, null)).failure).toMatchObject({ reason: 'STALE_VERSION' });
    expect(await scene.auditRows(sent.id, 'referral.assign')).toEqual([
      { personId: scene.coordinator.personId },
    ]);
  });

  it('is over when the referral has ended', async () => {
    expect((await assign(scene.coordinator, await made('CLOSED'), null)).failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_ASSIGNABLE',
    });
  });

  it('does not tell the referring side who has it', async () => {
    const { id } = await given('SENT', scene.volunteer);
    const { data } = await hub.ask<{ referral: object }>(
      scene.caseworker,
      'query ($id: ID!) { referral(id: $id) { assigneeId assigneeName isMine } }',
      { id },
    );
    expect(data.referral).toEqual({ assigneeId: null, assigneeName: null, isMine: false });
  });
});

describe('the volunteer who has it', () => {
  it('sees whom to meet and how, and nothing of why', async () => {
    const { id } = await given('ACCEPTED', scene.volunteer);
    expect(await idsIn(scene.volunteer, {})).toContain(id);
    expect(await askReferral(hub, scene.volunteer, id)).toMatchObject({
      side: 'RECEIVED',
      client: null,
      referrerName: null,
      summary: null,
      events: [],
      identity: { givenName: 'Samira' },
      identityHiddenBecause: null,
      moves: ['RECORD_FIRST_CONTACT'],
    });
    expect(await scene.auditRows(clientId, 'referral.readIdentity')).toContainEqual({
      personId: scene.volunteer.personId,
    });
  });

  it('needs a strong sign-in for the name', async () => {
    const { id } = await given('ACCEPTED', scene.volunteer);
    const byLink: Viewer = { ...scene.volunteer, assurance: 'LINK' };
    expect(await askReferral(hub, byLink, id)).toMatchObject({
      identity: null,
      identityHiddenBecause: 'STRONG_SIGN_IN_NEEDED',
    });
  });

  it('sees it from the acceptance until it ends, moves on to another, or consent ends', async () => {
    expect(await askReferral(hub, scene.volunteer, (await given('SENT', scene.volunteer)).id)).toBeNull();
    clientId = (await aClient(hub, scene.caseworker)).id;
    const moved = await given('ACCEPTED', scene.volunteer);
    await assign(scene.coordinator, moved, null);
    expect(await askReferral(hub, scene.volunteer, moved.id)).toBeNull();
    clientId = (await aClient(hub, scene.caseworker)).id;
    const { id } = await given('ACCEPTED', scene.volunteer);
    const [row] = await scene.queryAs('hub_owner', 'select consent_id as id from referrals where id = $1', [
      id,
    ]);
    await hub.hub.get(ConsentService).withdraw(scene.caseworker, String(row?.['id']));
    expect(await askReferral(hub, scene.volunteer, id)).toBeNull();
  });

  it('records the first contact and writes messages', async () => {
    const { id, version } = await given('ACCEPTED', scene.volunteer);
    const { failure, referral } = await askMove(hub, scene.volunteer, 'recordFirstContact', {
      referralId: id,
      version,
    });
    expect(failure).toBeNull();
    expect(referral.state).toBe('IN_PROGRESS');
    const written = await hub.ask<unknown>(
      scene.volunteer,
      `mutation ($input: SendReferralMessageInput!) { sendReferralMessage(input: $input) { referral { messages { body } } } }`,
      { input: { referralId: id, message: 'We meet on Tuesday.' } },
    );
    expect(written.failure).toBeNull();
    expect((await askReferral(hub, scene.caseworker, id))?.messages).toMatchObject([
      { body: 'We meet on Tuesday.' },
    ]);
    for (const move of ['hold', 'close'] as const) {
      const asked = await askMove(hub, scene.volunteer, move, { referralId: id, version: referral.version });
      expect(asked.failure).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('meets the second wall: the database alone shows no other referral and no other identity', async () => {
    const other = await given('ACCEPTED', scene.secondCoordinator);
    clientId = (await aClient(hub, scene.caseworker)).id;
    const { id } = await given('ACCEPTED', scene.volunteer);
    const rows = await hub.hub.db.read<{ id: string }>(scene.volunteer, sql`select id from referrals`);
    expect(rows.map((row) => row.id)).toContain(id);
    expect(rows.map((row) => row.id)).not.toContain(other.id);
    const identities = await hub.hub.db.read<{ id: string }>(
      scene.volunteer,
      sql`select g.referral_id as id from client_identities i join referral_grants g using (client_id)`,
    );
    expect(identities.map((row) => row.id)).toContain(id);
    expect(identities.map((row) => row.id)).not.toContain(other.id);
  });
});

describe('the piles of a desk', () => {
  it('count what they list', async () => {
    const late = await made('SENT');
    hub.clock.set(new Date('2026-12-14T09:00:00+02:00'));
    clientId = (await aClient(hub, scene.caseworker)).id;
    const mine = await given('ACCEPTED', scene.coordinator);
    const found = await counts(scene.coordinator);
    const listed = async (tab: string) => idsIn(scene.coordinator, { side: 'RECEIVED', tab });
    for (const [tab, name] of [
      ['UNASSIGNED', 'unassigned'],
      ['MINE', 'mine'],
      ['WAITING_FOR_US', 'waitingForUs'],
      ['OVERDUE', 'overdue'],
    ] as const) {
      expect((await listed(tab)).length).toBe(found[name]);
    }
    expect(await listed('MINE')).toEqual([mine.id]);
    expect(await listed('OVERDUE')).toContain(late.id);
    expect(await listed('OVERDUE')).not.toContain(mine.id);
  });

  it('shows the caseworker what needs an answer', async () => {
    const sent = await made('SENT');
    expect(await idsIn(scene.caseworker, { side: 'SENT', tab: 'WAITING_FOR_US' })).not.toContain(sent.id);
    await askMove(hub, scene.coordinator, 'askInfo', { referralId: sent.id, version: sent.version });
    expect(await idsIn(scene.caseworker, { side: 'SENT', tab: 'WAITING_FOR_US' })).toContain(sent.id);
    expect((await counts(scene.caseworker, 'SENT'))['waitingForUs']).toBe(1);
    expect(await counts(scene.stranger)).toEqual({ unassigned: 0, mine: 0, waitingForUs: 0, overdue: 0 });
  });
});

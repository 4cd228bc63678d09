import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aMember, type MemberMade } from '../../../test/makers/person.ts';
import { askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { occurrencesOf } from '../../../test/planted.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { createClientLink } from '../referrals/index.ts';
import { tickRequest } from './request.notices.ts';

const hub = useHub();
const start = new Date('2026-11-24T09:00:00+02:00');
const dayMilliseconds = 86_400_000;
let scene: ReferralScene;
let officer: MemberMade;
let stranger: MemberMade;
let clientId: string;
let referralId: string;
beforeAll(async () => {
  scene = await aReferralScene(hub);
  const role = 'DATA_PROTECTION_OFFICER';
  officer = await aMember(hub, { organisationId: scene.municipality.id, role, languageTag: 'sv' });
  const { memberships } = scene.outsider;
  stranger = await aMember(hub, { organisationId: memberships[0]?.organisationId ?? '', role });
});
beforeEach(async () => {
  hub.clock.set(start);
  const { caseworker, coordinator, offering } = scene;
  const client = await aClient(hub, caseworker, {
    identity: { givenName: 'Zzrights', contactKind: 'PHONE', contact: '040 123 4567' },
  });
  clientId = client.id;
  const note = 'zznote mornings suit';
  const wish = { clientId, offeringId: offering.id, stage: 'ACCEPTED', coordinator, note } as const;
  referralId = (await aReferral(hub, caseworker, wish)).id;
});

interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly channel: string;
  readonly details: string | null;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  readonly decision: string | null;
  readonly client: { readonly id: string } | null;
  readonly viewerCan: { readonly decide: boolean };
}
const fields =
  'id kind channel details receivedAt dueAt isOverdue decidedAt decision refusalReason client { id } viewerCan { decide }';
const requestsOf = async (viewer: Viewer, id = clientId) => {
  const answer = await hub.ask<{ clientRequests: { nodes: Asked[]; totalCount: number } }>(
    viewer,
    `query ($id: ID) { clientRequests(clientId: $id) { nodes { ${fields} } totalCount } }`,
    { id },
  );
  return answer.failure ?? answer.data.clientRequests.nodes;
};
const byLink = async (kind: string, details: string | null = null) => {
  const { url } = await createClientLink(hub.hub, scene.caseworker, { referralId });
  const token = url.split('/').at(-1);
  return hub.ask(
    null,
    'mutation ($input: LeaveRequestByLinkInput!) { leaveRequestByLink(input: $input) { isDone } }',
    { input: { token, kind, details } },
  );
};
const create = (viewer: Viewer, kind: string) =>
  hub.ask<{ createClientRequest: { request: Asked } }>(
    viewer,
    `mutation ($input: CreateClientRequestInput!) { createClientRequest(input: $input) { request { ${fields} } } }`,
    { input: { clientId, kind } },
  );
const decide = (viewer: Viewer, requestId: string, decision: string, refusalReason?: string) =>
  hub.ask<{ decideClientRequest: { request: Asked } }>(
    viewer,
    `mutation ($input: DecideClientRequestInput!) { decideClientRequest(input: $input) { request { ${fields} } } }`,
    { input: { requestId, decision, refusalReason } },
  );
const asked = async (kind: string): Promise<string> =>
  (await create(officer.viewer, kind)).data.createClientRequest.request.id;
const exported = async (viewer: Viewer) => {
  const answer = await hub.ask<{ subjectExport: { json: string; languageTag: string } }>(
    viewer,
    'query ($clientId: ID!) { subjectExport(clientId: $clientId) { json languageTag generatedAt } }',
    { clientId },
  );
  return answer.failure ?? answer.data.subjectExport;
};

describe('a client’s request', () => {
  it('is left by link, waits for the officer alone, and has 30 days', async () => {
    expect((await byLink('RECTIFY', 'My number has changed.')).failure).toBeNull();
    expect(await requestsOf(officer.viewer)).toMatchObject([
      {
        kind: 'RECTIFY',
        channel: 'LINK',
        details: 'My number has changed.',
        dueAt: '2026-12-24T07:00:00.000Z',
        isOverdue: false,
        client: { id: clientId },
        viewerCan: { decide: true },
      },
    ]);
    expect(await requestsOf(stranger.viewer)).toEqual([]);
    for (const viewer of [scene.caseworker, scene.manager, scene.coordinator, scene.admin]) {
      expect(await requestsOf(viewer)).toMatchObject({ code: 'FORBIDDEN' });
    }
    hub.clock.advance(31 * dayMilliseconds);
    expect(await requestsOf(officer.viewer)).toMatchObject([{ isOverdue: true }]);
  });

  it('is read in the client’s words with a strong sign-in alone, and the reading is recorded', async () => {
    await byLink('RECTIFY', 'My number has changed.');
    const weak: Viewer = { ...officer.viewer, assurance: 'LINK' };
    expect(await requestsOf(weak)).toMatchObject([{ details: null, viewerCan: { decide: false } }]);
    expect(await scene.auditRows(clientId, 'protection.readRequest')).toEqual([]);
    await requestsOf(officer.viewer);
    expect(await scene.auditRows(clientId, 'protection.readRequest')).toEqual([{ personId: officer.id }]);
  });

  it('is told to the officer by a mail that names nobody, and again before its time is over', async () => {
    await byLink('ACCESS');
    const mails = async () =>
      (await scene.outbox()).filter(
        ({ template, to }) => template === 'protection.request' && to === officer.email,
      );
    const before = (await mails()).length;
    const ofClient = (await requestsOf(officer.viewer)) as Asked[];
    expect(ofClient).toHaveLength(1);
    expect((await mails()).at(-1)?.values).toMatchObject({ days: '30' });
    const [request] = (await requestsOf(officer.viewer)) as Asked[];
    hub.clock.advance(23 * dayMilliseconds);
    await tickRequest(hub.hub, request?.id ?? '');
    expect(await mails()).toHaveLength(before + 1);
    expect((await mails()).at(-1)?.values).toMatchObject({ days: '7' });
    await decide(officer.viewer, request?.id ?? '', 'DONE');
    await tickRequest(hub.hub, request?.id ?? '');
    expect(await mails()).toHaveLength(before + 1);
  });

  it('can be put down by the caseworker and the officer, and nobody else', async () => {
    expect((await create(scene.caseworker, 'ACCESS')).failure).toBeNull();
    expect((await create(officer.viewer, 'ACCESS')).data.createClientRequest.request.channel).toBe('OFFICER');
    expect((await create(scene.manager, 'ACCESS')).failure).toMatchObject({ code: 'FORBIDDEN' });
    for (const viewer of [scene.colleague, scene.coordinator, stranger.viewer]) {
      expect((await create(viewer, 'ACCESS')).failure).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('is refused with a reason, and answered once', async () => {
    const id = await asked('ERASE');
    expect((await decide(officer.viewer, id, 'REFUSED')).failure).toMatchObject({
      reason: 'REFUSAL_REASON_MISSING',
    });
    expect(
      (await decide(officer.viewer, id, 'REFUSED', 'LEGAL_DUTY')).data.decideClientRequest.request,
    ).toMatchObject({ decision: 'REFUSED', refusalReason: 'LEGAL_DUTY', client: { id: clientId } });
    expect((await decide(officer.viewer, id, 'DONE')).failure).toMatchObject({ reason: 'REQUEST_ANSWERED' });
    expect((await decide(stranger.viewer, id, 'DONE')).failure).toMatchObject({ code: 'NOT_FOUND' });
    expect((await decide(scene.manager, id, 'DONE')).failure).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the officer’s answer', () => {
  it('erases the client and everything held on them at once; that it was asked stays', async () => {
    await byLink('RECTIFY', 'zzdetails of mine');
    const planted = ['Zzrights', 'zznote mornings suit', 'zzdetails of mine'];
    const id = await asked('ERASE');
    const { data, failure } = await decide(officer.viewer, id, 'DONE');
    expect(failure).toBeNull();
    expect(data.decideClientRequest.request).toMatchObject({ decision: 'DONE', client: null });
    expect(await askReferral(hub, scene.caseworker, referralId)).toBeNull();
    expect(await askReferral(hub, scene.coordinator, referralId)).toBeNull();
    const clients = await scene.queryAs('hub_owner', 'select 1 from clients where id = $1', [clientId]);
    expect(clients).toEqual([]);
    expect(await scene.auditRows(clientId, 'client.erase')).toEqual([{ personId: officer.id }]);
    const events = await scene.queryAs(
      'hub_owner',
      'select action, facts from referral_events where referral_id = $1 order by version desc limit 1',
      [referralId],
    );
    expect(events).toMatchObject([{ action: 'erase', facts: { basis: 'CLIENT_REQUEST' } }]);
    const told = (await scene.outbox()).filter(({ values }) => values['url']?.endsWith(referralId));
    expect(told.at(-1)?.template).toBe('referrals.withdrawn');
    expect((await occurrencesOf(hub, [clientId])).map(({ where }) => where).sort()).toEqual([
      'public.audit_log',
      'public.erasures',
    ]);
    // What other tests' clients were told is theirs: only this one's words are looked for.
    expect(await occurrencesOf(hub, planted.slice(2))).toEqual([]);
  });

  it('ends every consent where the client wants nothing told to anybody', async () => {
    const id = await asked('RESTRICT');
    expect((await decide(officer.viewer, id, 'DONE')).failure).toBeNull();
    expect(await askReferral(hub, scene.caseworker, referralId)).toMatchObject({ state: 'CONSENT_REVOKED' });
    expect(await askReferral(hub, scene.coordinator, referralId)).toMatchObject({
      state: 'WITHDRAWN',
      identity: null,
    });
  });

  it('is also to withdraw one consent, in the officer’s own name', async () => {
    const { data } = await hub.ask<{ client: { consents: { id: string }[]; identity: null } }>(
      officer.viewer,
      'query ($id: ID!) { client(id: $id) { consents { id } identity { givenName } } }',
      { id: clientId },
    );
    expect(data.client.identity).toBeNull();
    const { failure } = await hub.ask(
      officer.viewer,
      'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { isActive } } }',
      { input: { consentId: data.client.consents[0]?.id } },
    );
    expect(failure).toBeNull();
    const events = await scene.queryAs(
      'hub_owner',
      `select actor_person_id as by, facts->>'channel' as channel from referral_events
       where referral_id = $1 and action = 'revokeConsent'`,
      [referralId],
    );
    expect(events).toEqual([{ by: officer.id, channel: 'OFFICER' }]);
  });
});

describe('all that is held on a client', () => {
  it('is for their caseworker and officer with a strong sign-in, and taking it is recorded', async () => {
    for (const viewer of [scene.caseworker, officer.viewer]) {
      const answer = await exported(viewer);
      expect(answer).toMatchObject({ languageTag: 'ar' });
      const content = JSON.parse('json' in answer ? answer.json : '{}') as Record<string, object[]>;
      expect(content).toMatchObject({
        identity: [{ givenName: 'Zzrights', contact: '+358401234567' }],
        client: [{ languages: ['ar', 'en'], servedBy: 'Joensuu' }],
        consents: [{ receiver: 'Naapurit', method: 'SPOKEN' }],
        referrals: [{ state: 'ACCEPTED', note: 'zznote mornings suit', receiver: 'Naapurit' }],
        events: [{ action: 'create' }, { action: 'send' }, { action: 'accept' }],
        messages: [],
        requests: [],
      });
    }
    expect(await scene.auditRows(clientId, 'protection.export')).toEqual([
      { personId: scene.caseworker.personId },
      { personId: officer.id },
    ]);
  });

  it('is nobody else’s', async () => {
    expect(await exported({ ...officer.viewer, assurance: 'LINK' })).toMatchObject({
      reason: 'STRONG_SIGN_IN_NEEDED',
    });
    expect(await exported(scene.manager)).toMatchObject({ code: 'FORBIDDEN' });
    for (const viewer of [scene.colleague, scene.coordinator, scene.volunteer, stranger.viewer]) {
      expect(await exported(viewer)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

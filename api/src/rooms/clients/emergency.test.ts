import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aMember } from '../../../test/makers/person.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { eraseClient } from './client.erase.ts';
import { endEmergencies } from './emergency.open.ts';

const hub = useHub();
const why = 'The client did not come home and nobody else can call.';
let scene: ReferralScene;
let officer: Viewer;
let secondManager: Viewer;
beforeAll(async () => {
  scene = await aReferralScene(hub);
  const join = (role: 'MANAGER' | 'DATA_PROTECTION_OFFICER') =>
    aMember(hub, { organisationId: scene.municipality.id, role });
  officer = (await join('DATA_PROTECTION_OFFICER')).viewer;
  secondManager = (await join('MANAGER')).viewer;
});
beforeEach(() => hub.clock.set(new Date('2026-11-24T09:00:00+02:00')));

const breakGlass = async (viewer: Viewer | null, clientId: string, reason = why) => {
  const { data, failure } = await hub.ask<{ breakGlass: { emergencyId: string } } | null>(
    viewer,
    'mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { emergencyId } }',
    { input: { clientId, reason } },
  );
  return { id: data?.breakGlass.emergencyId ?? '', failure };
};

const nameFor = async (viewer: Viewer, id: string) => {
  const { data } = await hub.ask<{ client: { identity: { givenName: string } | null } | null }>(
    viewer,
    'query ($id: ID!) { client(id: $id) { identity { givenName } } }',
    { id },
  );
  return data.client?.identity?.givenName ?? null;
};

const list = async (viewer: Viewer | null) => {
  const { data, failure } = await hub.ask<{
    emergencyAccesses: { id: string; reason: string | null; verdict: string | null; viewerCan: object }[];
  } | null>(
    viewer,
    `query ($id: ID!) { emergencyAccesses(organisationId: $id) {
       id personName reason startedAt endsAt reviewedAt verdict viewerCan { review } } }`,
    { id: scene.municipality.id },
  );
  return { rows: data?.emergencyAccesses ?? [], failure };
};

const review = (viewer: Viewer | null, emergencyId: string) =>
  hub.ask(
    viewer,
    'mutation ($input: ReviewEmergencyInput!) { reviewEmergency(input: $input) { emergency { verdict reviewedAt } } }',
    { input: { emergencyId, verdict: 'NOT_JUSTIFIED' } },
  );

describe('breaking the glass', () => {
  it('shows the manager for an hour who the client is, records it, and shows it to nobody else', async () => {
    const { id } = await aClient(hub, scene.caseworker);
    expect(await nameFor(scene.manager, id)).toBeNull();
    expect((await breakGlass(scene.manager, id)).failure).toBeNull();
    expect(await nameFor(scene.manager, id)).toBe('Samira');
    expect(await nameFor({ ...scene.manager, assurance: 'LINK' }, id)).toBeNull();
    expect(await nameFor(secondManager, id)).toBeNull();
    hub.clock.set(new Date('2026-11-24T09:59:59+02:00'));
    expect(await nameFor(scene.manager, id)).toBe('Samira');
    hub.clock.set(new Date('2026-11-24T10:00:00+02:00'));
    expect(await nameFor(scene.manager, id)).toBeNull();
    const who = { personId: scene.manager.personId };
    expect(await scene.auditRows(id, 'client.breakGlass')).toEqual([who]);
    expect((await scene.auditRows(id, 'client.readIdentity')).length).toBeGreaterThan(0);
  });

  it('is barred by the database alone once its clock has rung', async () => {
    const { id } = await aClient(hub, scene.caseworker);
    await breakGlass(scene.manager, id);
    hub.clock.set(new Date('2026-11-24T10:00:00+02:00'));
    await endEmergencies(hub.hub);
    // Even if somebody turned the hub's own clock back.
    hub.clock.set(new Date('2026-11-24T09:10:00+02:00'));
    expect(await nameFor(scene.manager, id)).toBeNull();
  });

  it('tells the caseworker at once, by link alone', async () => {
    const { id } = await aClient(hub, scene.caseworker);
    await breakGlass(scene.manager, id);
    const told = (await scene.outbox()).filter(({ template }) => template === 'clients.emergency').at(-1);
    expect(told?.to).toBe(scene.addresses.caseworker);
    expect(Object.keys(told?.values ?? {})).toEqual(['url']);
  });

  it('needs a reason, a strong sign-in, and the manager of this municipality', async () => {
    const { id } = await aClient(hub, scene.caseworker);
    expect((await breakGlass(scene.manager, id, 'urgent')).failure).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'REASON_TOO_SHORT',
    });
    expect((await breakGlass({ ...scene.manager, assurance: 'LINK' }, id)).failure?.reason).toBe(
      'STRONG_SIGN_IN_NEEDED',
    );
    for (const viewer of [scene.caseworker, officer])
      expect((await breakGlass(viewer, id)).failure?.code).toBe('FORBIDDEN');
    for (const viewer of [scene.colleague, scene.coordinator, scene.admin, scene.outsider])
      expect((await breakGlass(viewer, id)).failure?.code).toBe('NOT_FOUND');
    expect((await breakGlass(null, id)).failure?.code).toBe('UNAUTHENTICATED');
  });
});

describe('the review of a broken glass', () => {
  it('is for the data-protection officer or another manager, once, and never for who broke it', async () => {
    const { id: clientId } = await aClient(hub, scene.caseworker);
    const { id } = await breakGlass(scene.manager, clientId);
    expect((await list(officer)).rows.find((row) => row.id === id)).toMatchObject({
      reason: why,
      verdict: null,
      viewerCan: { review: true },
    });
    expect((await list(scene.manager)).rows.find((row) => row.id === id)?.viewerCan).toEqual({
      review: false,
    });
    expect((await review(scene.manager, id)).failure?.reason).toBe('OWN_EMERGENCY');
    for (const viewer of [scene.caseworker, scene.outsider, scene.admin])
      expect((await review(viewer, id)).failure?.code).toBe('NOT_FOUND');
    expect((await review(secondManager, id)).failure).toBeNull();
    expect((await review(officer, id)).failure?.reason).toBe('ALREADY_REVIEWED');
  });

  it('lists them to nobody else', async () => {
    for (const viewer of [scene.caseworker, scene.outsider, scene.coordinator, scene.admin])
      expect((await list(viewer)).failure?.code).toBe('FORBIDDEN');
    expect((await list(null)).failure?.code).toBe('UNAUTHENTICATED');
  });

  it('keeps the record without its words when the client is erased', async () => {
    const client = await aClient(hub, scene.caseworker);
    const { id } = await breakGlass(scene.manager, client.id);
    await hub.hub.db.write(systemViewer('test'), (tx) => eraseClient(hub.hub, tx, client, 'CLIENT_REQUEST'));
    expect((await list(officer)).rows.find((row) => row.id === id)).toMatchObject({ reason: null });
  });
});

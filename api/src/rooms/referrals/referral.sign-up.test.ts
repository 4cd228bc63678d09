import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { anOccurrence } from '../../../test/makers/offering.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { aSignUp } from '../../../test/makers/sign-up.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { ConsentService } from '../clients/index.ts';
import { OccurrenceService, type OccurrenceRow } from '../offerings/index.ts';
import { SignUpService } from '../signups/index.ts';
import { assignReferral, closeReferral } from './index.ts';
import type { ReferralView } from './referral.view.ts';

const hub = useHub();
const begin = new Date('2026-11-24T09:00:00+02:00');
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});

let clientId: string;
let date: OccurrenceRow;
let referral: ReferralView;
beforeEach(async () => {
  hub.clock.set(begin);
  clientId = (await aClient(hub, scene.caseworker)).id;
  date = await anOccurrence(hub, {
    organisationId: scene.association.id,
    takesReferrals: true,
    takesSignUps: true,
    capacity: 3,
  });
  referral = await aReferral(hub, scene.caseworker, {
    clientId,
    offeringId: date.offeringId,
    stage: 'ACCEPTED',
    coordinator: scene.coordinator,
  });
});

interface Payload {
  readonly referral: {
    readonly version: number;
    readonly state: string;
    readonly signUps: readonly { readonly status: string; readonly occurrenceId: string }[];
    readonly sessionsSoFar: number | null;
  };
}

const act = async (viewer: Viewer | null, name = 'signUpReferral', occurrenceId = date.id) => {
  const { data, failure } = await hub.ask<Record<string, Payload> | null>(
    viewer,
    `mutation ($input: SignUpReferralInput!) { ${name}(input: $input) {
       referral { version state sessionsSoFar signUps { status occurrenceId } } } }`,
    { input: { referralId: referral.id, occurrenceId } },
  );
  return { referral: data?.[name]?.referral, reason: failure?.reason, code: failure?.code };
};

/** The list at the door, as a coordinator reads it. */
const atDoor = async (viewer: Viewer = scene.coordinator) => {
  const { data } = await hub.ask<{
    signUps: {
      nodes: {
        id: string;
        status: string;
        firstName: string | null;
        isByReferral: boolean;
        referral: { id: string; identity: { givenName: string } | null } | null;
      }[];
    };
  }>(
    viewer,
    `query ($id: ID!) { signUps(first: 10, occurrenceId: $id) { nodes {
       id status firstName isByReferral referral { id identity { givenName } } } } }`,
    { id: date.id },
  );
  return data.signUps.nodes;
};

const taken = async () =>
  (await scene.queryAs('hub_owner', 'select taken, held_taken from occurrences where id = $1', [date.id]))[0];

const tick = (status: string) =>
  atDoor().then(([place]) =>
    hub.ask(
      scene.coordinator,
      'mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { signUp { status } } }',
      { input: { signUpId: place?.id, status } },
    ),
  );

const withdrawConsent = async () => {
  const [consent] = await scene.queryAs('hub_owner', 'select id from consents where client_id = $1', [
    clientId,
  ]);
  await hub.hub.get(ConsentService).withdraw(scene.caseworker, String(consent?.['id']));
};

describe('a sign-up from a referral', () => {
  it('takes a place in one step, keeps no name, and shows it through the grant', async () => {
    expect((await act(scene.coordinator)).referral?.signUps).toEqual([
      { status: 'CONFIRMED', occurrenceId: date.id },
    ]);
    expect(await taken()).toEqual({ taken: 1, held_taken: 1 });
    const [row] = await scene.queryAs('hub_owner', 'select * from sign_ups where referral_id = $1', [
      referral.id,
    ]);
    expect(row).toMatchObject({
      first_name: null,
      contact: null,
      contact_hash: null,
      code: null,
      needs: null,
    });
    expect(await atDoor()).toMatchObject([
      { firstName: null, isByReferral: true, referral: { identity: { givenName: 'Samira' } } },
    ]);
    expect(await scene.auditRows(referral.id, 'referral.signUp')).toEqual([
      { personId: scene.coordinator.personId },
    ]);
    expect((await act(scene.coordinator)).reason).toBe('ALREADY_SIGNED_UP');
    const back = await act(scene.coordinator, 'cancelReferralSignUp');
    expect(back.referral?.signUps).toEqual([]);
    expect(await taken()).toEqual({ taken: 0, held_taken: 0 });
  });

  it('is for the receiver and the volunteer who has it, once it accepted, on a date of the offering', async () => {
    expect((await act(null)).code).toBe('UNAUTHENTICATED');
    for (const viewer of [scene.stranger, scene.outsider, scene.admin, scene.volunteer])
      expect((await act(viewer)).code).toBe('NOT_FOUND');
    expect((await act(scene.caseworker)).code).toBe('FORBIDDEN');
    const other = await anOccurrence(hub, { organisationId: scene.association.id, takesSignUps: true });
    expect((await act(scene.coordinator, 'signUpReferral', other.id)).code).toBe('NOT_FOUND');
    await assignReferral(hub.hub, scene.coordinator, {
      referralId: referral.id,
      version: referral.version,
      assigneeId: scene.volunteer.personId,
    });
    expect((await act(scene.volunteer)).referral?.signUps).toHaveLength(1);
    expect((await act(scene.caseworker, 'cancelReferralSignUp')).code).toBe('FORBIDDEN');
  });

  it('never takes a place that is not there', async () => {
    await aSignUp(hub, { occurrenceId: date.id, partySize: 3 });
    expect((await act(scene.coordinator)).reason).toBe('OCCURRENCE_FULL');
  });

  it('is nobody’s once consent is withdrawn: the place goes back, and the row leads nowhere', async () => {
    await act(scene.coordinator);
    await withdrawConsent();
    expect(await taken()).toEqual({ taken: 0, held_taken: 0 });
    expect(await atDoor()).toMatchObject([
      { status: 'CANCELLED', firstName: null, isByReferral: true, referral: null },
    ]);
    expect(
      await scene.queryAs('hub_owner', 'select 1 from sign_ups where referral_id = $1', [referral.id]),
    ).toEqual([]);
  });

  it('counts as a first contact when the client came, and closing takes the number from the door', async () => {
    await act(scene.coordinator);
    hub.clock.set(new Date('2026-11-26T18:00:00+02:00'));
    await tick('ATTENDED');
    const seen = await hub.ask<{ referral: Payload['referral'] }>(
      scene.coordinator,
      'query ($id: ID!) { referral(id: $id) { version state sessionsSoFar } }',
      { id: referral.id },
    );
    expect(seen.data.referral).toMatchObject({ state: 'IN_PROGRESS', sessionsSoFar: 1 });
    const closed = await closeReferral(hub.hub, scene.coordinator, {
      referralId: referral.id,
      version: seen.data.referral.version,
      outcome: 'HELPED',
      sessionsAttended: 12,
    });
    expect(closed.sessionsAttended).toBe(1);
    // A month later no name is shown for the date; the number stays.
    hub.clock.set(new Date('2026-12-28T12:00:00+02:00'));
    await hub.hub.get(SignUpService).forget();
    expect(await atDoor()).toMatchObject([{ status: 'ATTENDED', isByReferral: true, referral: null }]);
  });

  it('ends with the referral: closing gives coming places back', async () => {
    await act(scene.coordinator);
    const { referral: now } = await act(scene.coordinator, 'cancelReferralSignUp');
    const { referral: again } = await act(scene.coordinator);
    expect(again?.version).toBeGreaterThan(now?.version ?? 0);
    await closeReferral(hub.hub, scene.coordinator, {
      referralId: referral.id,
      version: again?.version ?? 0,
      outcome: 'CLIENT_STOPPED',
    });
    expect(await taken()).toEqual({ taken: 0, held_taken: 0 });
  });

  it('tells both sides, and no client, when the date is cancelled', async () => {
    await act(scene.coordinator);
    const before = (await scene.outbox()).length;
    await hub.hub.get(OccurrenceService).cancel(systemViewer('test'), { occurrenceId: date.id, reasons: [] });
    hub.clock.advance(61_000);
    await hub.hub.get(OccurrenceService).tellChanges();
    const told = (await scene.outbox()).slice(before).map(({ template }) => template);
    expect(told).toContain('referrals.answered');
    expect(told).toContain('referrals.news');
    expect(told.filter((template) => template.startsWith('signups.'))).toEqual([]);
  });
});

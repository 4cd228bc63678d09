import { describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { anOccurrence } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { aSignUp } from '../../../test/makers/sign-up.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { SignUpService } from './index.ts';

const hub = useHub();

interface Door {
  readonly host: OrganisationMade;
  readonly coordinator: Viewer;
  readonly occurrenceId: string;
}

const aDoor = async (startsAtLocal = '2026-11-24T18:00'): Promise<Door> => {
  const host = await anOrganisation(hub);
  const { id } = await anOccurrence(hub, { organisationId: host.id, capacity: 20, startsAtLocal });
  return { host, coordinator: aViewerIn(host, 'COORDINATOR'), occurrenceId: id };
};

const tick = (
  viewer: Viewer | null,
  signUpId: string,
  status = 'ATTENDED',
): Promise<Answer<{ recordAttendance: { signUp: { status: string } } }>> =>
  hub.ask(
    viewer,
    `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { signUp { status } } }`,
    { input: { signUpId, status } },
  );

const countWalkIns = (viewer: Viewer, occurrenceId: string, count: number): Promise<Answer<unknown>> =>
  hub.ask(
    viewer,
    `mutation ($input: SetWalkInsInput!) { setWalkIns(input: $input) { attendance { walkIns } } }`,
    { input: { occurrenceId, count } },
  );

const countsOf = async (viewer: Viewer, occurrenceId: string): Promise<unknown> => {
  const { data } = await hub.ask<{ attendance: unknown }>(
    viewer,
    `query ($id: ID!) { attendance(occurrenceId: $id) { signedUp attended noShow walkIns } }`,
    { id: occurrenceId },
  );
  return data.attendance;
};

describe('attendance', () => {
  it('counts who came and who did not, and can be corrected', async () => {
    const { coordinator, occurrenceId } = await aDoor();
    const family = await aSignUp(hub, { occurrenceId, partySize: 4 });
    const single = await aSignUp(hub, { occurrenceId });
    await tick(coordinator, family.signUp.id, 'NO_SHOW');
    expect((await tick(coordinator, family.signUp.id)).data.recordAttendance.signUp.status).toBe('ATTENDED');
    await tick(coordinator, single.signUp.id, 'NO_SHOW');
    await countWalkIns(coordinator, occurrenceId, 3);
    expect(await countsOf(coordinator, occurrenceId)).toEqual({
      signedUp: 5,
      attended: 4,
      noShow: 1,
      walkIns: 3,
    });
  });

  it('is written down from the day of the date on', async () => {
    const { coordinator, occurrenceId } = await aDoor('2026-11-25T00:30');
    const { signUp } = await aSignUp(hub, { occurrenceId });
    expect((await tick(coordinator, signUp.id)).failure?.reason).toBe('DATE_NOT_TODAY');
    expect((await countWalkIns(coordinator, occurrenceId, 1)).failure?.reason).toBe('DATE_NOT_TODAY');
  });

  it('is the business of the hosts’ coordinators alone', async () => {
    const { host, occurrenceId } = await aDoor();
    const { signUp } = await aSignUp(hub, { occurrenceId });
    expect((await tick(null, signUp.id)).failure?.code).toBe('UNAUTHENTICATED');
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    for (const viewer of [aViewerIn(host, 'VOLUNTEER'), stranger])
      expect((await tick(viewer, signUp.id)).failure?.code).toBe('NOT_FOUND');
  });

  it('refuses an impossible number of walk-ins, and one who gave the place back', async () => {
    const { coordinator, occurrenceId } = await aDoor();
    expect((await countWalkIns(coordinator, occurrenceId, -1)).failure?.reason).toBe('NUMBER_OUT_OF_RANGE');
    const { code, signUp } = await aSignUp(hub, { occurrenceId });
    await hub.hub.get(SignUpService).cancel(coordinator, code);
    expect((await tick(coordinator, signUp.id)).failure?.code).toBe('NOT_FOUND');
  });

  it('keeps the numbers when the names are gone after thirty days', async () => {
    const { coordinator, occurrenceId } = await aDoor();
    const { code, signUp } = await aSignUp(hub, { occurrenceId, partySize: 2 });
    await tick(coordinator, signUp.id);
    const before = hub.clock.now();
    hub.clock.set(new Date('2026-12-25T12:00:00Z'));
    expect(await hub.hub.get(SignUpService).forget()).toBeGreaterThan(0);
    expect(await hub.hub.get(SignUpService).find(coordinator, code)).toMatchObject({
      firstName: null,
      contact: null,
      needs: [],
      status: 'ATTENDED',
    });
    expect(await countsOf(coordinator, occurrenceId)).toMatchObject({ attended: 2 });
    hub.clock.set(before);
  });
});

import { describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { anOccurrence } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { aSignUp, aSignUpInput } from '../../../test/makers/sign-up.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { OccurrenceService } from '../offerings/index.ts';
import { SignUpService } from './index.ts';

const hub = useHub();
const service = (): SignUpService => hub.hub.get(SignUpService);

interface Made {
  readonly host: OrganisationMade;
  readonly coordinator: Viewer;
  readonly occurrenceId: string;
  readonly offeringId: string;
}

const aDate = async (capacity: number | null = 6): Promise<Made> => {
  const host = await anOrganisation(hub);
  const { id: occurrenceId, offeringId } = await anOccurrence(hub, {
    organisationId: host.id,
    capacity,
    startsAtLocal: '2026-11-29T17:00',
  });
  return { host, coordinator: aViewerIn(host, 'COORDINATOR'), occurrenceId, offeringId };
};

const setRules = (
  viewer: Viewer | null,
  offeringId: string,
  rules: object,
): Promise<Answer<{ setSignUpRules: { rules: object } }>> =>
  hub.ask(
    viewer,
    `mutation ($input: SetSignUpRulesInput!) { setSignUpRules(input: $input) { rules { opensDaysBefore
       closesHoursBefore minimumPeople largestParty heldPlaces needsAsked hasWaitingList } } }`,
    { input: { offeringId, ...rules } },
  );

const stateOf = async (id: string): Promise<unknown> => {
  const { data } = await hub.ask<{ occurrence: unknown }>(
    null,
    `query ($id: ID!) { occurrence(id: $id) { signUpState signUpOpensAt signUpClosesAt waitingCount placesLeft
       viewerCan { signUp } } }`,
    { id },
  );
  return data.occurrence;
};

const at = async (time: string, work: () => Promise<void>): Promise<void> => {
  const before = hub.clock.now();
  hub.clock.set(new Date(time));
  await work();
  hub.clock.set(before);
};

describe('the sign-up rules of an offering', () => {
  it('are set by the hosts’ coordinators, and by nobody else', async () => {
    const { host, coordinator, offeringId } = await aDate();
    expect((await setRules(null, offeringId, {})).failure?.code).toBe('UNAUTHENTICATED');
    for (const viewer of [aViewerIn(host, 'VOLUNTEER'), aViewerIn(await anOrganisation(hub), 'COORDINATOR')])
      expect((await setRules(viewer, offeringId, {})).failure?.code).toBe('FORBIDDEN');
    const { data } = await setRules(coordinator, offeringId, {
      minimumPeople: 3,
      needsAsked: ['CHILD_CARE'],
    });
    expect(data.setSignUpRules.rules).toEqual({
      opensDaysBefore: null,
      closesHoursBefore: 0,
      minimumPeople: 3,
      largestParty: 10,
      heldPlaces: 0,
      needsAsked: ['CHILD_CARE'],
      hasWaitingList: true,
    });
  });

  it('name every number out of range', async () => {
    const { coordinator, offeringId } = await aDate(6);
    const { failure } = await setRules(coordinator, offeringId, {
      opensDaysBefore: 0,
      closesHoursBefore: 337,
      minimumPeople: 7,
      largestParty: 11,
      heldPlaces: 6,
    });
    expect(failure?.fields?.map(({ path, reason }) => `${path} ${reason}`)).toEqual(
      ['opensDaysBefore', 'closesHoursBefore', 'minimumPeople', 'largestParty', 'heldPlaces'].map(
        (field) => `input.${field} NUMBER_OUT_OF_RANGE`,
      ),
    );
  });

  it('open and close sign-up at their times, for people, not for the host', async () => {
    const { coordinator, host, offeringId, occurrenceId } = await aDate();
    await setRules(coordinator, offeringId, { opensDaysBefore: 3, closesHoursBefore: 24 });
    expect(await stateOf(occurrenceId)).toMatchObject({
      signUpState: 'NOT_YET',
      signUpOpensAt: '2026-11-26T15:00:00.000Z',
      signUpClosesAt: '2026-11-28T15:00:00.000Z',
      viewerCan: { signUp: false },
    });
    await expect(aSignUp(hub, { occurrenceId })).rejects.toMatchObject({ reason: 'SIGN_UP_NOT_OPEN_YET' });
    await at('2026-11-26T15:00:00Z', async () => {
      expect(await stateOf(occurrenceId)).toMatchObject({ signUpState: 'OPEN', viewerCan: { signUp: true } });
      await aSignUp(hub, { occurrenceId });
    });
    await at('2026-11-28T15:00:00Z', async () => {
      expect(await stateOf(occurrenceId)).toMatchObject({ signUpState: 'CLOSED' });
      await expect(aSignUp(hub, { occurrenceId })).rejects.toMatchObject({ reason: 'SIGN_UP_CLOSED' });
      const helper = aViewerIn(host, 'VOLUNTEER');
      const made = await service().create(helper, aSignUpInput({ occurrenceId, onBehalf: true }));
      expect(made.signUp.status).toBe('CONFIRMED');
    });
  });

  it('let nobody but members of a host sign up someone else', async () => {
    const { occurrenceId } = await aDate();
    const ask = (viewer: Viewer | null) =>
      hub.ask<unknown>(
        viewer,
        `mutation ($input: CreateSignUpInput!) { createSignUp(input: $input) { code } }`,
        { input: aSignUpInput({ occurrenceId, onBehalf: true }) },
      );
    expect((await ask(null)).failure?.code).toBe('UNAUTHENTICATED');
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    expect((await ask(stranger)).failure?.code).toBe('FORBIDDEN');
  });

  it('cap a family', async () => {
    const { coordinator, offeringId, occurrenceId } = await aDate();
    await setRules(coordinator, offeringId, { largestParty: 2 });
    await expect(aSignUp(hub, { occurrenceId, partySize: 3 })).rejects.toMatchObject({
      reason: 'PARTY_TOO_LARGE',
    });
    expect((await aSignUp(hub, { occurrenceId, partySize: 2 })).signUp.status).toBe('CONFIRMED');
  });

  it('ask only what the offering asks, and show it to the host alone', async () => {
    const { coordinator, offeringId, occurrenceId } = await aDate();
    await setRules(coordinator, offeringId, { needsAsked: ['CHILD_CARE', 'STEP_FREE'] });
    await expect(aSignUp(hub, { occurrenceId, needs: ['INTERPRETER'] })).rejects.toMatchObject({
      reason: 'NEED_NOT_ASKED',
    });
    await aSignUp(hub, { occurrenceId, needs: ['STEP_FREE', 'CHILD_CARE'] });
    const { nodes } = await service().list(coordinator, occurrenceId, { first: 10 });
    expect(nodes.map(({ needs }) => needs)).toEqual([['CHILD_CARE', 'STEP_FREE']]);
  });

  it('close the waiting list', async () => {
    const { coordinator, offeringId, occurrenceId } = await aDate(1);
    await aSignUp(hub, { occurrenceId });
    expect(await stateOf(occurrenceId)).toMatchObject({ signUpState: 'WAITING_LIST' });
    await setRules(coordinator, offeringId, { hasWaitingList: false });
    expect(await stateOf(occurrenceId)).toMatchObject({ signUpState: 'FULL' });
    await expect(aSignUp(hub, { occurrenceId, wait: true })).rejects.toMatchObject({
      reason: 'OCCURRENCE_FULL',
    });
  });
});

describe('places held for referrals', () => {
  it('are free for who comes by referral, and for all from a day before', async () => {
    const { coordinator, offeringId, occurrenceId } = await aDate(6);
    await setRules(coordinator, offeringId, { heldPlaces: 2 });
    await aSignUp(hub, { occurrenceId, partySize: 4 });
    expect(await stateOf(occurrenceId)).toMatchObject({ placesLeft: 0, signUpState: 'WAITING_LIST' });
    const waiting = await aSignUp(hub, { occurrenceId, wait: true });
    const referred = aSignUpInput({ occurrenceId, onBehalf: true, usesHeldPlace: true });
    const made = await service().create(coordinator, referred);
    expect(made.signUp).toMatchObject({ status: 'CONFIRMED', usesHeldPlace: true });
    await at('2026-11-28T16:00:00Z', async () => {
      await service().settle();
      expect(await service().find(systemViewer('test'), waiting.code)).toMatchObject({
        status: 'WAITLISTED',
        acceptBy: expect.any(Date),
      });
      const moves = await service().waitingMoves(coordinator, occurrenceId);
      expect(moves).toMatchObject([{ move: 'OFFERED', because: 'HELD_RELEASED', placesFree: 1 }]);
    });
  });

  it('come free again when who came by referral gives them back', async () => {
    const { coordinator, offeringId, occurrenceId } = await aDate(3);
    await setRules(coordinator, offeringId, { heldPlaces: 1 });
    const referred = aSignUpInput({ occurrenceId, onBehalf: true, usesHeldPlace: true });
    const { code } = await service().create(coordinator, referred);
    expect(await stateOf(occurrenceId)).toMatchObject({ placesLeft: 2 });
    await service().cancel(systemViewer('test'), code);
    expect(await stateOf(occurrenceId)).toMatchObject({ placesLeft: 2 });
    await setRules(coordinator, offeringId, { heldPlaces: 0 });
    expect(await stateOf(occurrenceId)).toMatchObject({ placesLeft: 3 });
  });

  it('are kept on dates that are made later too', async () => {
    const { coordinator, offeringId, occurrenceId } = await aDate(6);
    await setRules(coordinator, offeringId, { heldPlaces: 2 });
    await hub.hub.get(OccurrenceService).materialise();
    expect(await stateOf(occurrenceId)).toMatchObject({ placesLeft: 4 });
  });
});

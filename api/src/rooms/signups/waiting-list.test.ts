import { describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { anOccurrence, minuteLater } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { aSignUp, type SignUpWish } from '../../../test/makers/sign-up.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { OccurrenceService, OfferingService } from '../offerings/index.ts';
import { SignUpService } from './index.ts';

const hub = useHub();
const service = (): SignUpService => hub.hub.get(SignUpService);

interface Full {
  readonly host: OrganisationMade;
  readonly coordinator: Viewer;
  readonly occurrenceId: string;
  readonly offeringId: string;
  readonly first: string;
}

/** A date of four places, taken by a family of three and one more. */
const aFullDate = async (startsAtLocal = '2026-11-29T17:00'): Promise<Full> => {
  const host = await anOrganisation(hub);
  const { id: occurrenceId, offeringId } = await anOccurrence(hub, {
    organisationId: host.id,
    capacity: 4,
    startsAtLocal,
  });
  const { code: first } = await aSignUp(hub, { occurrenceId, partySize: 3 });
  await aSignUp(hub, { occurrenceId });
  await deliverMails(hub);
  return { host, coordinator: aViewerIn(host, 'COORDINATOR'), occurrenceId, offeringId, first };
};

const wait = async (wish: SignUpWish): Promise<string> => (await aSignUp(hub, { ...wish, wait: true })).code;

interface Own {
  readonly status: string;
  readonly waitingPosition: number | null;
  readonly acceptBy: string | null;
  readonly viewerCan: { readonly accept: boolean; readonly cancel: boolean };
}
const fields = 'status waitingPosition acceptBy viewerCan { accept cancel }';

const look = async (code: string): Promise<Own | null> => {
  const { data } = await hub.ask<{ signUp: Own | null }>(
    null,
    `query ($code: String!) { signUp(code: $code) { ${fields} } }`,
    { code },
  );
  return data.signUp;
};

const accept = (code: string): Promise<Answer<{ acceptSignUp: { signUp: Own } }>> =>
  hub.ask(
    null,
    `mutation ($input: AcceptSignUpInput!) { acceptSignUp(input: $input) { signUp { ${fields} } } }`,
    { input: { code } },
  );

interface Move {
  readonly move: string;
  readonly because: string;
  readonly waitingNumber: number;
  readonly partySize: number;
  readonly placesFree: number | null;
}

const moves = (viewer: Viewer | null, occurrenceId: string): Promise<Answer<{ waitingListMoves: Move[] }>> =>
  hub.ask(
    viewer,
    `query ($id: ID!) { waitingListMoves(occurrenceId: $id) { move because waitingNumber partySize placesFree } }`,
    { id: occurrenceId },
  );

const changeCapacity = async ({ coordinator, offeringId }: Full, capacity: number | null): Promise<void> => {
  const offerings = hub.hub.get(OfferingService);
  const { version } = await offerings.get(systemViewer('test'), offeringId);
  await offerings.update(coordinator, { offeringId, version, capacity });
};

describe('the waiting list of a full date', () => {
  it('gives a turn that the person sees, with a mail in their language', async () => {
    const { occurrenceId } = await aFullDate();
    await wait({ occurrenceId });
    const code = await wait({ occurrenceId, languageTag: 'fi', partySize: 2 });
    expect(await look(code)).toEqual({
      status: 'WAITLISTED',
      waitingPosition: 2,
      acceptBy: null,
      viewerCan: { accept: false, cancel: true },
    });
    const [, mail] = await deliverMails(hub);
    expect(mail).toMatchObject({ subject: 'Olet jonossa' });
    expect(mail?.text).toContain('Vuorosi jonossa: 2');
    expect(mail?.text).toContain(`/fi/sign-ups/${code}`);
  });

  it('serves the next one when a place is given back, and says why', async () => {
    const { occurrenceId, first, coordinator } = await aFullDate();
    const [one, two] = [
      await wait({ occurrenceId, partySize: 2 }),
      await wait({ occurrenceId, partySize: 2 }),
    ];
    await deliverMails(hub);
    await service().cancel(systemViewer('test'), first);
    expect(await look(one)).toMatchObject({ status: 'CONFIRMED', waitingPosition: null });
    expect(await look(two)).toMatchObject({ status: 'WAITLISTED', waitingPosition: 1 });
    const mails = await deliverMails(hub);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'You got a place',
      'Your place is cancelled',
    ]);
    expect((await moves(coordinator, occurrenceId)).data.waitingListMoves).toEqual([
      { move: 'PROMOTED', because: 'PLACE_GIVEN_BACK', waitingNumber: 1, partySize: 2, placesFree: 3 },
    ]);
  });

  it('lets nobody jump a family, neither from behind nor from the street', async () => {
    const { occurrenceId, first } = await aFullDate();
    const family = await wait({ occurrenceId, partySize: 4 });
    const single = await wait({ occurrenceId });
    await service().cancel(systemViewer('test'), first);
    expect(await look(family)).toMatchObject({ waitingPosition: 1 });
    expect(await look(single)).toMatchObject({ waitingPosition: 2 });
    await expect(aSignUp(hub, { occurrenceId })).rejects.toMatchObject({
      reason: 'OCCURRENCE_FULL',
      details: { facts: { placesLeft: 0 } },
    });
    await service().cancel(systemViewer('test'), family);
    expect(await look(single)).toMatchObject({ status: 'CONFIRMED' });
  });

  it('serves as many as fit when the host adds places', async () => {
    const full = await aFullDate();
    const codes = [];
    for (const partySize of [2, 1, 3, 1])
      codes.push(await wait({ occurrenceId: full.occurrenceId, partySize }));
    await changeCapacity(full, 8);
    const after = await Promise.all(codes.map(look));
    expect(after.map((own) => own?.waitingPosition)).toEqual([null, null, 1, 2]);
    await changeCapacity(full, null);
    const all = await Promise.all(codes.map(look));
    expect(all.map((own) => own?.status)).toEqual(Array(4).fill('CONFIRMED'));
    const { data } = await moves(full.coordinator, full.occurrenceId);
    expect(data.waitingListMoves.map(({ because }) => because)).toEqual(Array(4).fill('MORE_PLACES'));
  });

  it('refuses a family larger than the date, and a second turn for the same contact', async () => {
    const { occurrenceId } = await aFullDate();
    await expect(wait({ occurrenceId, partySize: 5 })).rejects.toMatchObject({ reason: 'OCCURRENCE_FULL' });
    await wait({ occurrenceId, email: 'again@example.org' });
    await expect(wait({ occurrenceId, email: 'Again@example.org' })).rejects.toMatchObject({
      reason: 'ALREADY_SIGNED_UP',
    });
  });

  it('passes over a family for which the date has become too small, until it grows again', async () => {
    const full = await aFullDate();
    const family = await wait({ occurrenceId: full.occurrenceId, partySize: 4 });
    await service().cancel(systemViewer('test'), full.first);
    await changeCapacity(full, 3);
    const single = await wait({ occurrenceId: full.occurrenceId });
    expect(await look(single)).toMatchObject({ status: 'CONFIRMED' });
    expect(await look(family)).toMatchObject({ waitingPosition: 1 });
    await changeCapacity(full, 6);
    expect(await look(family)).toMatchObject({ status: 'CONFIRMED' });
  });

  it('is told when the date is cancelled', async () => {
    const { occurrenceId, coordinator } = await aFullDate();
    const code = await wait({ occurrenceId, email: 'waiting@example.org' });
    await deliverMails(hub);
    const { notifiedCount } = await hub.hub
      .get(OccurrenceService)
      .cancel(coordinator, { occurrenceId, reasons: [] });
    expect(notifiedCount).toBe(3);
    await minuteLater(hub);
    expect((await deliverMails(hub)).map(({ to }) => to)).toContain('waiting@example.org');
    expect(await look(code)).toMatchObject({ status: 'CANCELLED', waitingPosition: null });
  });
});

describe('a place that comes free shortly before the date', () => {
  it('is held until the person accepts', async () => {
    const { occurrenceId, first, coordinator } = await aFullDate('2026-11-24T22:00');
    const code = await wait({ occurrenceId });
    await deliverMails(hub);
    await service().cancel(systemViewer('test'), first);
    const offered = await look(code);
    expect(offered).toMatchObject({
      status: 'WAITLISTED',
      waitingPosition: null,
      viewerCan: { accept: true },
    });
    const mails = await deliverMails(hub);
    expect(mails.map(({ subject }) => subject)).toContain('A place is waiting for your answer');
    expect((await accept(code)).data.acceptSignUp.signUp).toMatchObject({
      status: 'CONFIRMED',
      acceptBy: null,
    });
    expect((await accept(code)).failure).toBeNull();
    const { data } = await moves(coordinator, occurrenceId);
    expect(data.waitingListMoves.map(({ move }) => move)).toEqual(['OFFERED', 'ACCEPTED']);
  });

  it('goes to the next one when nobody answers in time', async () => {
    const { occurrenceId, first, coordinator } = await aFullDate('2026-11-24T22:00');
    const [one, two] = [
      await wait({ occurrenceId, partySize: 3 }),
      await wait({ occurrenceId, partySize: 2 }),
    ];
    await service().cancel(systemViewer('test'), first);
    const before = hub.clock.now();
    hub.clock.set(new Date((await look(one))?.acceptBy ?? ''));
    expect((await accept(one)).failure).toMatchObject({ code: 'CONFLICT', reason: 'NO_PLACE_OFFERED' });
    await deliverMails(hub);
    await service().settle();
    await service().settle();
    expect(await look(one)).toMatchObject({ status: 'CANCELLED' });
    expect(await look(two)).toMatchObject({ status: 'WAITLISTED', viewerCan: { accept: true } });
    expect((await deliverMails(hub)).map(({ subject }) => subject).sort()).toEqual([
      'A place is waiting for your answer',
      'The place went to the next person',
    ]);
    const { data } = await moves(coordinator, occurrenceId);
    expect(data.waitingListMoves.map(({ move, because }) => `${move} ${because}`)).toEqual([
      'OFFERED PLACE_GIVEN_BACK',
      'LAPSED OFFER_LAPSED',
      'OFFERED OFFER_LAPSED',
    ]);
    hub.clock.set(before);
  });

  it('is not there for who has no offer, or no such code', async () => {
    const { occurrenceId } = await aFullDate();
    const code = await wait({ occurrenceId });
    expect((await accept(code)).failure?.reason).toBe('NO_PLACE_OFFERED');
    expect((await accept('0'.repeat(20))).failure?.code).toBe('NOT_FOUND');
  });
});

describe('the log of a waiting list', () => {
  it('is for the hosts’ coordinators alone', async () => {
    const { host, occurrenceId } = await aFullDate();
    expect((await moves(null, occurrenceId)).failure?.code).toBe('UNAUTHENTICATED');
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    for (const viewer of [stranger, aViewerIn(host, 'VOLUNTEER')])
      expect((await moves(viewer, occurrenceId)).failure?.code).toBe('NOT_FOUND');
  });
});

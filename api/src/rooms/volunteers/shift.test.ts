import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { anOccurrence } from '../../../test/makers/offering.ts';
import { anOrganisation, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { aMember, type MemberMade } from '../../../test/makers/person.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { OccurrenceService } from '../offerings/index.ts';
import { MemberService } from '../people/index.ts';
import { onShiftOf } from './index.ts';
import { remindVolunteers } from './shift.remind.ts';
import { forgetVolunteers } from './volunteer.leave.ts';

const hub = useHub();
const system = systemViewer('test');
let host: OrganisationMade;
let coordinator: MemberMade;
let zahra: MemberMade;
let tuula: MemberMade;
let stranger: MemberMade;

beforeAll(async () => {
  host = await anOrganisation(hub);
  const join = (role: 'COORDINATOR' | 'VOLUNTEER', displayName: string, organisationId = host.id) =>
    aMember(hub, { organisationId, role, displayName, email: `${displayName.toLowerCase()}@example.org` });
  coordinator = await join('COORDINATOR', 'Leila');
  zahra = await join('VOLUNTEER', 'Zahra');
  tuula = await join('VOLUNTEER', 'Tuula');
  stranger = await join('COORDINATOR', 'Mikko', (await anOrganisation(hub)).id);
});

const act = <Data = Record<string, { shift: { id: string; takenCount: number } }>>(
  viewer: Viewer | null,
  mutation: string,
  type: string,
  input: object,
  fields = 'shift { id takenCount }',
): Promise<Answer<Data>> =>
  hub.ask(viewer, `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`, { input });

interface Opened {
  readonly shiftId: string;
  readonly occurrenceId: string;
}

/** A shift from 16:30 to 19:00 on a date of the host from 17:00 to 19:00, this Thursday unless told. */
const aShift = async (neededCount = 1, day = '2026-11-26'): Promise<Opened> => {
  const { id: occurrenceId } = await anOccurrence(hub, {
    organisationId: host.id,
    startsAtLocal: `${day}T17:00`,
  });
  const { data, failure } = await act(coordinator.viewer, 'createShift', 'CreateShiftInput', {
    organisationId: host.id,
    occurrenceId,
    role: 'Coffee',
    startsAt: `${day}T16:30:00+02:00`,
    endsAt: `${day}T19:00:00+02:00`,
    neededCount,
  });
  expect(failure).toBeNull();
  return { shiftId: data['createShift']?.shift.id ?? '', occurrenceId };
};

const take = (viewer: Viewer | null, shiftId: string, acceptsOverlap = true) =>
  act(viewer, 'takeShift', 'TakeShiftInput', { shiftId, acceptsOverlap });
const ask = (viewer: Viewer, shiftId: string, toPersonId: string) =>
  act<{ askShiftSwap: { swap: { id: string; status: string } } }>(
    viewer,
    'askShiftSwap',
    'AskShiftSwapInput',
    { shiftId, toPersonId },
    'swap { id status }',
  );
const answer = (viewer: Viewer, swapId: string, word: string) =>
  act<{ answerShiftSwap: { swap: { status: string } } }>(
    viewer,
    'answerShiftSwap',
    'AnswerShiftSwapInput',
    { swapId, answer: word, acceptsOverlap: true },
    'swap { status }',
  );

interface Seen {
  readonly shifts: readonly {
    readonly id: string;
    readonly takenCount: number;
    readonly overlapsOwn: boolean;
    readonly ownPlace: { readonly status: string } | null;
    readonly places: readonly { readonly id: string; readonly displayName: string | null }[];
  }[];
}
const see = async (viewer: Viewer | null, { occurrenceId }: Opened): Promise<Answer<Seen>> =>
  hub.ask(
    viewer,
    `query ($id: ID!, $date: ID) { shifts(organisationId: $id, occurrenceId: $date) { id takenCount overlapsOwn ownPlace { status } places { id displayName } } }`,
    { id: host.id, date: occurrenceId },
  );

describe('a shift', () => {
  it('lies within its date, give or take three hours, and is opened by its host’s coordinators alone', async () => {
    const { id: occurrenceId } = await anOccurrence(hub, { organisationId: host.id });
    const open = (viewer: Viewer | null, startsAt: string, organisationId = host.id) =>
      act(viewer, 'createShift', 'CreateShiftInput', {
        organisationId,
        occurrenceId,
        role: 'Door',
        startsAt,
        endsAt: '2026-11-26T22:00:00+02:00',
      });
    expect((await open(coordinator.viewer, '2026-11-26T14:00:00+02:00')).failure).toBeNull();
    expect((await open(coordinator.viewer, '2026-11-26T13:59:00+02:00')).failure?.reason).toBe(
      'SHIFT_OUTSIDE_DATE',
    );
    const at = '2026-11-26T17:00:00+02:00';
    expect((await open(coordinator.viewer, '2026-11-26T23:00:00+02:00')).failure?.reason).toBe(
      'END_BEFORE_START',
    );
    expect((await open(null, at)).failure?.code).toBe('UNAUTHENTICATED');
    expect((await open(zahra.viewer, at)).failure?.code).toBe('FORBIDDEN');
    const { organisationId } = stranger.viewer.memberships[0] ?? { organisationId: '' };
    expect((await open(stranger.viewer, at, organisationId)).failure?.code).toBe('NOT_FOUND');
  });

  it('gives its last place to one alone of nine who reach for it', async () => {
    const shift = await aShift();
    const viewers = [zahra, tuula, coordinator].map(({ viewer }) => viewer);
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, index) => take(viewers[index % 3] ?? null, shift.shiftId)),
    );
    expect(answers.filter(({ failure }) => failure === null)).toHaveLength(1);
    expect(new Set(answers.map(({ failure }) => failure?.reason ?? null))).toEqual(
      new Set([null, 'SHIFT_FULL', 'ALREADY_ON_SHIFT']),
    );
    expect((await see(coordinator.viewer, shift)).data.shifts[0]?.takenCount).toBe(1);
  });

  it('warns of another one at the same time, and is taken when one says so', async () => {
    const [one, two] = [await aShift(2, '2026-11-27'), await aShift(2, '2026-11-27')];
    await take(zahra.viewer, one.shiftId);
    expect((await see(zahra.viewer, two)).data.shifts[0]?.overlapsOwn).toBe(true);
    expect((await take(zahra.viewer, two.shiftId, false)).failure).toMatchObject({
      reason: 'SHIFT_OVERLAPS',
      facts: { shiftId: one.shiftId },
    });
    expect((await take(zahra.viewer, two.shiftId)).data['takeShift']?.shift.takenCount).toBe(1);
  });

  it('tells coordinators who is on it, a volunteer only of themselves, and strangers nothing', async () => {
    const shift = await aShift(2);
    for (const { viewer } of [zahra, tuula]) await take(viewer, shift.shiftId);
    const names = async (viewer: Viewer) =>
      (await see(viewer, shift)).data.shifts[0]?.places.map(({ displayName }) => displayName);
    expect(await names(coordinator.viewer)).toEqual(['Zahra', 'Tuula']);
    expect(await names(zahra.viewer)).toEqual(['Zahra']);
    expect((await see(stranger.viewer, shift)).failure?.code).toBe('NOT_FOUND');
    expect((await take(stranger.viewer, shift.shiftId)).failure?.code).toBe('NOT_FOUND');
    const raw = (viewer: Viewer, table: 'shifts' | 'shift_places') =>
      hub.hub.db.read(
        viewer,
        table === 'shifts' ? sql`select id from shifts` : sql`select id from shift_places`,
      );
    expect(await raw(stranger.viewer, 'shifts')).toEqual([]);
    expect(await raw(stranger.viewer, 'shift_places')).toEqual([]);
  });

  it('given back, is free again, and the coordinators hear that somebody is missing', async () => {
    const shift = await aShift();
    await take(zahra.viewer, shift.shiftId);
    await deliverMails(hub);
    const back = await act(zahra.viewer, 'giveBackShift', 'ShiftInput', { shiftId: shift.shiftId });
    expect(back.data['giveBackShift']?.shift.takenCount).toBe(0);
    const [mail] = await deliverMails(hub);
    expect(mail).toMatchObject({ to: 'leila@example.org' });
    expect(mail?.text).not.toContain('Zahra');
    expect((await take(tuula.viewer, shift.shiftId)).failure).toBeNull();
  });
});

describe('a swap', () => {
  it('is asked of a colleague by name, accepted by them, and the coordinators hear of it', async () => {
    const shift = await aShift();
    await take(zahra.viewer, shift.shiftId);
    const { data: whom } = await hub.ask<{ shiftColleagues: { displayName: string }[] }>(
      zahra.viewer,
      `query ($id: ID!) { shiftColleagues(shiftId: $id) { displayName } }`,
      { id: shift.shiftId },
    );
    expect(whom.shiftColleagues.map(({ displayName }) => displayName)).toEqual(['Leila', 'Tuula']);
    await deliverMails(hub);
    const { data } = await ask(zahra.viewer, shift.shiftId, tuula.id);
    expect((await ask(zahra.viewer, shift.shiftId, coordinator.id)).failure?.reason).toBe('SWAP_ASKED');
    expect((await deliverMails(hub)).map(({ to }) => to)).toEqual(['tuula@example.org']);
    const { id } = data.askShiftSwap.swap;
    expect((await answer(coordinator.viewer, id, 'ACCEPT')).failure?.code).toBe('FORBIDDEN');
    expect((await answer(stranger.viewer, id, 'ACCEPT')).failure?.code).toBe('NOT_FOUND');
    expect((await answer(tuula.viewer, id, 'ACCEPT')).data.answerShiftSwap.swap.status).toBe('ACCEPTED');
    expect((await answer(tuula.viewer, id, 'DECLINE')).failure?.reason).toBe('SWAP_CLOSED');
    expect((await see(tuula.viewer, shift)).data.shifts[0]?.ownPlace?.status).toBe('TAKEN');
    expect((await see(zahra.viewer, shift)).data.shifts[0]?.ownPlace).toBeNull();
    expect((await deliverMails(hub)).map(({ to }) => to).sort()).toEqual([
      'leila@example.org',
      'zahra@example.org',
    ]);
  });
});

describe('hours', () => {
  it('count from shifts that are over, and stand once a coordinator confirms them', async () => {
    const shift = await aShift(2, '2026-12-02');
    await take(zahra.viewer, shift.shiftId);
    const [place] = (await see(coordinator.viewer, shift)).data.shifts[0]?.places ?? [];
    const confirm = (viewer: Viewer, minutes: number) =>
      act(viewer, 'confirmShiftHours', 'ConfirmShiftHoursInput', { placeId: place?.id, minutes });
    const hours = async () =>
      (
        await hub.ask<{ volunteerProfile: unknown }>(
          zahra.viewer,
          `query ($id: ID!) { volunteerProfile(organisationId: $id) { confirmedMinutes waitingMinutes } }`,
          { id: host.id },
        )
      ).data.volunteerProfile;
    expect((await confirm(coordinator.viewer, 120)).failure?.reason).toBe('SHIFT_NOT_OVER');
    const before = hub.clock.now();
    await hub.hub.db.write(system, (tx) =>
      tx.query(
        sql`update shift_places set status = 'WITHDRAWN' where id <> ${place?.id} and status = 'TAKEN'`,
      ),
    );
    hub.clock.set(new Date('2026-12-02T19:00:00+02:00'));
    expect(await hours()).toEqual({ confirmedMinutes: 0, waitingMinutes: 150 });
    expect((await confirm(zahra.viewer, 999)).failure?.code).toBe('FORBIDDEN');
    await confirm(coordinator.viewer, 120);
    expect(await hours()).toEqual({ confirmedMinutes: 120, waitingMinutes: 0 });
    await confirm(coordinator.viewer, 0);
    expect(await hours()).toEqual({ confirmedMinutes: 0, waitingMinutes: 0 });
    await confirm(coordinator.viewer, 90);
    hub.clock.set(new Date('2028-12-03T19:00:00+02:00'));
    expect(await forgetVolunteers(hub.hub)).toBeGreaterThan(0);
    const [kept] = await hub.hub.db.read<{ minutes: number; whose: string | null }>(
      system,
      sql`select minutes_worked as minutes, person_id as whose from shift_places where id = ${place?.id}`,
    );
    expect(kept).toEqual({ minutes: 90, whose: null });
    hub.clock.set(before);
  });
});

describe('news', () => {
  it('reminds those on tomorrow’s shifts once, not who took one today', async () => {
    const shift = await aShift(2, '2026-11-29');
    await take(zahra.viewer, shift.shiftId);
    const before = hub.clock.now();
    hub.clock.set(new Date('2026-11-28T10:00:00+02:00'));
    await take(tuula.viewer, shift.shiftId);
    await deliverMails(hub);
    await remindVolunteers(hub.hub);
    await remindVolunteers(hub.hub);
    expect((await deliverMails(hub)).map(({ to }) => to)).toEqual(['zahra@example.org']);
    hub.clock.set(before);
  });

  it('of a cancelled date reaches those on shift, and of who left the coordinators', async () => {
    const shift = await aShift(2, '2026-12-09');
    await take(zahra.viewer, shift.shiftId);
    expect((await onShiftOf(hub.hub, shift.occurrenceId)).map(({ email }) => email)).toEqual([
      'zahra@example.org',
    ]);
    await deliverMails(hub);
    const known = hub.clock.now();
    const { data } = await act<{ cancelOccurrence: { notifiedCount: number } }>(
      coordinator.viewer,
      'cancelOccurrence',
      'CancelOccurrenceInput',
      { occurrenceId: shift.occurrenceId, reasons: [] },
      'notifiedCount',
    );
    expect(data.cancelOccurrence.notifiedCount).toBe(1);
    expect((await take(tuula.viewer, shift.shiftId)).failure?.reason).toBe('SHIFT_OVER');
    hub.clock.set(new Date(known.getTime() + 61_000));
    await hub.hub.get(OccurrenceService).tellChanges();
    expect((await deliverMails(hub)).map(({ to }) => to)).toEqual(['zahra@example.org']);
    hub.clock.set(known);

    const later = await aShift(1, '2026-12-10');
    await take(tuula.viewer, later.shiftId);
    await act(
      tuula.viewer,
      'updateVolunteer',
      'UpdateVolunteerInput',
      {
        organisationId: host.id,
        personId: tuula.id,
        skills: ['MUSIC', 'MUSIC'],
        languages: ['fi'],
        freeTimes: [{ weekday: 6, part: 'MORNING' }],
      },
      'volunteer { skills }',
    );
    await deliverMails(hub);
    await hub.hub.get(MemberService).remove(coordinator.viewer, tuula.membershipId);
    expect((await see(coordinator.viewer, later)).data.shifts[0]?.takenCount).toBe(0);
    expect((await deliverMails(hub)).map(({ to }) => to)).toContain('leila@example.org');
    expect(
      await hub.hub.db.read(system, sql`select id from volunteer_profiles where person_id = ${tuula.id}`),
    ).toEqual([]);
  });
});

describe('the day of an extract', () => {
  it('is all that is kept of it, and written by a coordinator, never on oneself', async () => {
    const check = (viewer: Viewer, checkedOn: string) =>
      act<{ checkVolunteerExtract: { volunteer: { extractCheckedOn: string } } }>(
        viewer,
        'checkVolunteerExtract',
        'CheckVolunteerExtractInput',
        { organisationId: host.id, personId: zahra.id, checkedOn },
        'volunteer { extractCheckedOn }',
      );
    expect((await check(zahra.viewer, '2026-11-20')).failure?.code).toBe('FORBIDDEN');
    expect((await check(stranger.viewer, '2026-11-20')).failure?.code).toBe('NOT_FOUND');
    expect((await check(coordinator.viewer, '2026-11-25')).failure?.reason).toBe('DATE_IN_FUTURE');
    const { data } = await check(coordinator.viewer, '2026-11-20');
    expect(data.checkVolunteerExtract.volunteer.extractCheckedOn).toBe('2026-11-20');
    const columns = await hub.hub.db.read<{ name: string }>(
      system,
      sql`select attname as name from pg_attribute where attrelid = 'volunteer_extracts'::regclass and attnum > 0 order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['checked_on', 'id', 'organisation_id', 'person_id']);
  });
});

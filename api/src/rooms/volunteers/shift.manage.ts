import sql from 'sql-template-tag';
import { invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { cleanText } from '../../platform/text/plain-text.ts';
import { OccurrenceService, type OccurrenceRow } from '../offerings/index.ts';
import { readShifts, type ShiftRow } from './shift.read.ts';
import { belowTaken, shiftOver, signInNeeded } from './volunteer.errors.ts';
import { tellPeople } from './volunteer.mails.ts';
import { volunteerPolicy } from './volunteer.policy.ts';

/** A shift may begin and end so long before and after its date: tables are set and put away again. */
export const MARGIN_HOURS = 3;
const margin = MARGIN_HOURS * 3_600_000;

export interface ShiftInput {
  readonly organisationId: string;
  readonly occurrenceId: string;
  readonly role: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly neededCount: number;
}

/** A shift that the viewer sees. Errors: UNAUTHENTICATED, NOT_FOUND. */
export const findShift = async (hub: Hub, viewer: Viewer, id: string): Promise<ShiftRow> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const [row] = isId(id) ? await readShifts(hub, viewer, [id]) : [];
  if (!row) throw notFound();
  return row;
};

/** The system's rights for one's own places, with one's name in the log. */
export const inOwnName = (viewer: Viewer): Viewer => ({
  ...systemViewer('volunteers'),
  personId: viewer.personId,
});

const roleText = (role: string): string => {
  const reading = cleanText(role, { maxLength: 80, multiline: false });
  if (!reading.ok) throw invalidInput('input.role', reading.reason, reading.message);
  if (reading.value === '') throw invalidInput('input.role', 'TEXT_MISSING', 'Write what there is to do.');
  return reading.value;
};

const checkCount = (count: number): void => {
  if (count < 1 || count > 50)
    throw invalidInput('input.neededCount', 'NUMBER_OUT_OF_RANGE', 'Write 1 to 50.');
};

const checkTimes = ({ startsAt, endsAt }: ShiftInput, date: OccurrenceRow): void => {
  if (endsAt <= startsAt)
    throw invalidInput('input.endsAt', 'END_BEFORE_START', 'Write an end after the start.');
  if (+startsAt < +date.startsAt - margin || +endsAt > +date.endsAt + margin)
    throw invalidInput(
      'input.startsAt',
      'SHIFT_OUTSIDE_DATE',
      `A shift lies within its date, at most ${MARGIN_HOURS} hours before or after.`,
    );
};

/**
 * Opens a shift of one host on a date. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT SHIFT_OVER;
 * INVALID_INPUT TEXT_MISSING, NUMBER_OUT_OF_RANGE, END_BEFORE_START, SHIFT_OUTSIDE_DATE.
 */
export const createShift = async (hub: Hub, viewer: Viewer, input: ShiftInput): Promise<ShiftRow> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const date = await hub.get(OccurrenceService).get(viewer, input.occurrenceId);
  volunteerPolicy.authorize(viewer, 'manageShifts', input);
  const organisationId = input.organisationId.toLowerCase();
  if (!date.hostIds.includes(organisationId)) throw notFound();
  const role = roleText(input.role);
  checkCount(input.neededCount);
  checkTimes(input, date);
  const now = hub.clock.now();
  if (date.status === 'CANCELLED' || input.endsAt <= now) throw shiftOver();
  const id = newId(now);
  await hub.db.write(viewer, async (tx) => {
    await tx.query(
      sql`insert into shifts (id, region_id, organisation_id, occurrence_id, role, starts_at, ends_at, needed, created_at)
          select ${id}::uuid, c.region_id, ${organisationId}::uuid, c.id, ${role}::text, ${input.startsAt}::timestamptz,
            ${input.endsAt}::timestamptz, ${input.neededCount}::int, ${now}::timestamptz
          from occurrences c where c.id = ${date.id}`,
    );
    await tx.audit({
      action: 'volunteer.createShift',
      subjectId: id,
      organisationId,
      facts: { occurrenceId: date.id },
    });
  });
  return findShift(hub, viewer, id);
};

/** Another number of volunteers. Errors: as `createShift`; CONFLICT NEEDED_BELOW_TAKEN. */
export const changeShift = async (
  hub: Hub,
  viewer: Viewer,
  shiftId: string,
  neededCount: number,
): Promise<ShiftRow> => {
  const shift = await findShift(hub, viewer, shiftId);
  volunteerPolicy.authorize(viewer, 'manageShifts', shift);
  checkCount(neededCount);
  const { organisationId } = shift;
  await hub.db.write(viewer, async (tx) => {
    const changed = await tx.query(
      sql`update shifts set needed = ${neededCount} where id = ${shift.id} and taken <= ${neededCount} returning id`,
    );
    if (changed.length === 0) throw belowTaken(shift.taken);
    await tx.audit({ action: 'volunteer.changeShift', subjectId: shift.id, organisationId });
  });
  return findShift(hub, viewer, shiftId);
};

/** Takes a coming shift away and tells those on it. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT SHIFT_OVER. */
export const cancelShift = async (hub: Hub, viewer: Viewer, shiftId: string): Promise<number> => {
  const shift = await findShift(hub, viewer, shiftId);
  volunteerPolicy.authorize(viewer, 'manageShifts', shift);
  if (shift.startsAt <= hub.clock.now()) throw shiftOver();
  const { organisationId } = shift;
  return hub.db.write(viewer, async (tx) => {
    const people = await tx.query<{ personId: string }>(
      sql`select person_id as "personId" from shift_places where shift_id = ${shift.id} and status = 'TAKEN'`,
    );
    const told = await tellPeople(
      hub,
      tx,
      'volunteers.cancelled',
      shift,
      people.map(({ personId }) => personId),
    );
    await tx.query(sql`delete from shifts where id = ${shift.id}`);
    await tx.audit({ action: 'volunteer.cancelShift', subjectId: shift.id, organisationId });
    return told;
  });
};

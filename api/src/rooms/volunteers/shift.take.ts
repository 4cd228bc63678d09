import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { findShift, inOwnName } from './shift.manage.ts';
import type { ShiftRow } from './shift.read.ts';
import { alreadyOnShift, shiftFull, shiftOver, shiftOverlaps } from './volunteer.errors.ts';
import { tellCoordinators } from './volunteer.mails.ts';
import { volunteerPolicy } from './volunteer.policy.ts';

/** One's running place elsewhere at the same time; null without one. */
export const overlapOf = async (
  tx: Transaction,
  { id, startsAt, endsAt }: ShiftRow,
  personId: string | null,
): Promise<string | null> => {
  const [other] = await tx.query<{ id: string }>(
    sql`select s.id from shift_places p join shifts s on s.id = p.shift_id
        where p.person_id = ${personId}::uuid and p.status = 'TAKEN' and s.id <> ${id}
          and s.starts_at < ${endsAt} and s.ends_at > ${startsAt} limit 1`,
  );
  return other?.id ?? null;
};

/** Refuses with the reason that helps: over, or no right to it. */
const authorizeTake = (hub: Hub, viewer: Viewer, shift: ShiftRow): void => {
  const now = hub.clock.now();
  if (shift.isCancelled || shift.startsAt <= now) throw shiftOver();
  volunteerPolicy.authorize(viewer, 'takeShift', { ...shift, now });
};

/**
 * Takes a place on a shift for oneself. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT SHIFT_OVER, SHIFT_FULL,
 * ALREADY_ON_SHIFT, and SHIFT_OVERLAPS until one accepts it.
 */
export const takeShift = async (
  hub: Hub,
  viewer: Viewer,
  shiftId: string,
  acceptsOverlap: boolean,
): Promise<ShiftRow> => {
  const shift = await findShift(hub, viewer, shiftId);
  authorizeTake(hub, viewer, shift);
  const now = hub.clock.now();
  const { personId } = viewer;
  await hub.db.write(inOwnName(viewer), async (tx) => {
    // One after the other: the last place goes to one alone.
    const [free] = await tx.query<{ isFree: boolean }>(
      sql`select taken < needed as "isFree" from shifts where id = ${shift.id} for update`,
    );
    if (!free) throw notFound();
    const own = await tx.query(
      sql`select 1 from shift_places where shift_id = ${shift.id} and person_id = ${personId}::uuid
          and status in ('TAKEN', 'WORKED', 'MISSED')`,
    );
    if (own.length > 0) throw alreadyOnShift();
    if (!free.isFree) throw shiftFull();
    const overlap = acceptsOverlap ? null : await overlapOf(tx, shift, personId);
    if (overlap) throw shiftOverlaps(overlap);
    const id = newId(now);
    await tx.query(
      sql`insert into shift_places (id, organisation_id, shift_id, person_id, status, taken_at)
          values (${id}, ${shift.organisationId}, ${shift.id}, ${personId}, 'TAKEN', ${now})`,
    );
    await tx.audit({
      action: 'volunteer.takeShift',
      subjectId: shift.id,
      organisationId: shift.organisationId,
      facts: { placeId: id },
    });
  });
  return findShift(hub, viewer, shiftId);
};

/**
 * Gives one's own place back before the shift begins; the coordinators are told that somebody is missing.
 * Errors: UNAUTHENTICATED; NOT_FOUND, also where one has no place; CONFLICT SHIFT_OVER.
 */
export const giveBackShift = async (hub: Hub, viewer: Viewer, shiftId: string): Promise<ShiftRow> => {
  const shift = await findShift(hub, viewer, shiftId);
  const now = hub.clock.now();
  if (shift.isCancelled || shift.startsAt <= now) throw shiftOver();
  const place = { ...shift, personId: viewer.personId, status: 'TAKEN' as const, now };
  volunteerPolicy.authorize(viewer, 'giveBackShift', place);
  await hub.db.write(inOwnName(viewer), async (tx) => {
    const [gone] = await tx.query<{ id: string }>(
      sql`update shift_places set status = 'WITHDRAWN'
          where shift_id = ${shift.id} and person_id = ${viewer.personId}::uuid and status = 'TAKEN' returning id`,
    );
    if (!gone) throw notFound();
    await tx.query(
      sql`update shift_swaps set status = 'TAKEN_BACK', answered_at = ${now}
          where place_id = ${gone.id} and status = 'ASKED'`,
    );
    const { organisationId } = shift;
    await tx.audit({ action: 'volunteer.giveBackShift', subjectId: shift.id, organisationId });
    await tellCoordinators(hub, tx, 'volunteers.given-back', shift);
  });
  return findShift(hub, viewer, shiftId);
};

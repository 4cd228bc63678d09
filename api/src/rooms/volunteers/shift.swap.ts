import sql from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { findShift, inOwnName } from './shift.manage.ts';
import { readSwap, type ShiftSwapRow } from './shift.read.ts';
import { readColleagues } from './shift.colleagues.ts';
import { overlapOf } from './shift.take.ts';
import {
  alreadyOnShift,
  shiftOver,
  shiftOverlaps,
  signInNeeded,
  swapAsked,
  swapClosed,
} from './volunteer.errors.ts';
import { tellCoordinators, tellPeople } from './volunteer.mails.ts';
import { volunteerPolicy } from './volunteer.policy.ts';
import type { SwapAnswer, SwapStatus } from './volunteer.words.ts';

/** A request that the viewer sees. Errors: UNAUTHENTICATED, NOT_FOUND. */
const findSwap = async (hub: Hub, viewer: Viewer, id: string): Promise<ShiftSwapRow> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const row = isId(id) ? await readSwap(hub, viewer, id) : null;
  if (!row) throw notFound();
  return row;
};

/**
 * Asks a colleague to take over one's shift; until they accept, it stays one's own.
 * Errors: UNAUTHENTICATED; NOT_FOUND, also where one has no place or the colleague is none; CONFLICT SHIFT_OVER, SWAP_ASKED.
 */
export const askShiftSwap = async (
  hub: Hub,
  viewer: Viewer,
  shiftId: string,
  toPersonId: string,
): Promise<ShiftSwapRow> => {
  const shift = await findShift(hub, viewer, shiftId);
  const now = hub.clock.now();
  if (shift.isCancelled || shift.startsAt <= now) throw shiftOver();
  const colleagues = await readColleagues(hub, viewer, shift);
  if (!colleagues.some(({ personId }) => personId === toPersonId)) throw notFound();
  const { organisationId } = shift;
  const id = newId(now);
  await hub.db.write(inOwnName(viewer), async (tx) => {
    const [place] = await tx.query<{ id: string; isAsked: boolean }>(
      sql`select p.id, exists (select 1 from shift_swaps w where w.place_id = p.id and w.status = 'ASKED') as "isAsked"
          from shift_places p where p.shift_id = ${shift.id} and p.person_id = ${viewer.personId}::uuid
            and p.status = 'TAKEN' for update`,
    );
    if (!place) throw notFound();
    if (place.isAsked) throw swapAsked();
    await tx.query(
      sql`insert into shift_swaps (id, organisation_id, shift_id, place_id, from_person_id, to_person_id, status, asked_at)
          values (${id}, ${organisationId}, ${shift.id}, ${place.id}, ${viewer.personId}, ${toPersonId}, 'ASKED', ${now})`,
    );
    await tx.audit({
      action: 'volunteer.askShiftSwap',
      subjectId: shift.id,
      organisationId,
      facts: { swapId: id },
    });
    await tellPeople(hub, tx, 'volunteers.swap-asked', shift, [toPersonId]);
  });
  return findSwap(hub, viewer, id);
};

const outcome: Readonly<Record<SwapAnswer, SwapStatus>> = {
  ACCEPT: 'ACCEPTED',
  DECLINE: 'DECLINED',
  TAKE_BACK: 'TAKEN_BACK',
};

/**
 * The colleague accepts or declines, or whoever asked takes it back. Accepting moves the place, and the coordinators are
 * told. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT SWAP_CLOSED, ALREADY_ON_SHIFT, and SHIFT_OVERLAPS until
 * one accepts it.
 */
export const answerShiftSwap = async (
  hub: Hub,
  viewer: Viewer,
  { swapId, answer, acceptsOverlap }: { swapId: string; answer: SwapAnswer; acceptsOverlap: boolean },
): Promise<ShiftSwapRow> => {
  const swap = await findSwap(hub, viewer, swapId);
  const now = hub.clock.now();
  if (swap.status !== 'ASKED' || swap.isCancelled || swap.startsAt <= now) throw swapClosed();
  if (answer === 'TAKE_BACK') volunteerPolicy.authorize(viewer, 'takeSwapBack', swap);
  else volunteerPolicy.authorize(viewer, 'answerSwap', { ...swap, now });
  const shift = await findShift(hub, viewer, swap.shiftId);
  await hub.db.write(inOwnName(viewer), async (tx) => {
    const closed = await tx.query(
      sql`update shift_swaps set status = ${outcome[answer]}, answered_at = ${now}
          where id = ${swap.id} and status = 'ASKED' returning id`,
    );
    if (closed.length === 0) throw swapClosed();
    if (answer === 'ACCEPT') {
      const overlap = acceptsOverlap ? null : await overlapOf(tx, shift, swap.toPersonId);
      if (overlap) throw shiftOverlaps(overlap);
      const own = await tx.query(
        sql`select 1 from shift_places where shift_id = ${shift.id} and person_id = ${swap.toPersonId}
            and status in ('TAKEN', 'WORKED', 'MISSED')`,
      );
      if (own.length > 0) throw alreadyOnShift();
      const moved = await tx.query(
        sql`update shift_places set person_id = ${swap.toPersonId}, taken_at = ${now}, reminded_at = null
            where id = ${swap.placeId} and status = 'TAKEN' returning id`,
      );
      if (moved.length === 0) throw swapClosed();
      await tellCoordinators(hub, tx, 'volunteers.swap-answered', shift);
    }
    if (answer !== 'TAKE_BACK')
      await tellPeople(hub, tx, 'volunteers.swap-answered', shift, [swap.fromPersonId]);
    const { organisationId } = shift;
    await tx.audit({
      action: 'volunteer.answerShiftSwap',
      subjectId: shift.id,
      organisationId,
      facts: { answer, swapId: swap.id },
    });
  });
  return findSwap(hub, viewer, swapId);
};

import sql from 'sql-template-tag';
import { invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { findShift } from './shift.manage.ts';
import { readPlace, type ShiftRow } from './shift.read.ts';
import { shiftNotOver, signInNeeded } from './volunteer.errors.ts';
import { volunteerPolicy } from './volunteer.policy.ts';

/**
 * Confirms how long somebody worked on a shift that is over; 0 = they did not come. Again corrects it.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT SHIFT_NOT_OVER; INVALID_INPUT NUMBER_OUT_OF_RANGE.
 */
export const confirmShiftHours = async (
  hub: Hub,
  viewer: Viewer,
  placeId: string,
  minutes: number,
): Promise<ShiftRow> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const place = isId(placeId) ? await readPlace(hub, viewer, placeId) : null;
  if (!place) throw notFound();
  volunteerPolicy.authorize(viewer, 'manageShifts', place);
  const now = hub.clock.now();
  if (place.endsAt > now) throw shiftNotOver();
  volunteerPolicy.authorize(viewer, 'confirmHours', { ...place, now });
  if (minutes < 0 || minutes > 1440)
    throw invalidInput('input.minutes', 'NUMBER_OUT_OF_RANGE', 'Write 0 to 1440 minutes.');
  const { organisationId } = place;
  await hub.db.write(viewer, async (tx) => {
    await tx.query(
      sql`update shift_places set status = ${minutes > 0 ? 'WORKED' : 'MISSED'},
            minutes_worked = ${minutes > 0 ? minutes : null}::int, confirmed_at = ${now}
          where id = ${place.id}`,
    );
    await tx.audit({
      action: 'volunteer.confirmHours',
      subjectId: place.id,
      organisationId,
      facts: { minutes },
    });
  });
  return findShift(hub, viewer, place.shiftId);
};

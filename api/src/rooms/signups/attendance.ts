import sql from 'sql-template-tag';
import { HubError, invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { OccurrenceRow } from '../offerings/index.ts';
import { dateNotToday } from './sign-up.errors.ts';
import { signUpPolicy } from './sign-up.policy.ts';
import { readListed } from './sign-up.read.ts';
import type { SignUpRow } from './sign-up.row.ts';

/** What is written down at the door; CONFIRMED takes it back. */
export const attendanceStatuses = ['ATTENDED', 'NO_SHOW', 'CONFIRMED'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** Persons, without a name: what a funder asks for. It stays when the names are gone. */
export interface AttendanceCounts {
  readonly signedUp: number;
  readonly attended: number;
  readonly noShow: number;
  readonly walkIns: number;
}

const dayOf = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO('Europe/Helsinki')
    .toPlainDate()
    .toString();

const organisationOf = (viewer: Viewer, hostIds: readonly string[]): string | null =>
  viewer.memberships.find(({ organisationId }) => hostIds.includes(organisationId))?.organisationId ?? null;

/**
 * Ticks one sign-up: came, or did not; again with another answer corrects it. Errors: NOT_FOUND where the viewer does
 * not see it, or it holds no place; CONFLICT DATE_NOT_TODAY before the day of the date.
 */
export const recordAttendance = async (
  hub: Hub,
  viewer: Viewer,
  signUpId: string,
  status: AttendanceStatus,
): Promise<SignUpRow> => {
  if (viewer.kind === 'anonymous')
    throw new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');
  const found = isId(signUpId) ? await readListed(hub, viewer, signUpId) : null;
  if (!found) throw notFound();
  signUpPolicy.authorize(viewer, 'recordAttendance', found);
  if (dayOf(found.startsAt) > dayOf(hub.clock.now())) throw dateNotToday();
  await hub.db.write(viewer, async (tx) => {
    const changed = await tx.query(
      sql`update sign_ups set status = ${status}
          where id = ${found.id} and status in ('CONFIRMED', 'ATTENDED', 'NO_SHOW') returning id`,
    );
    if (changed.length === 0) throw notFound();
    if (found.referralId) await tx.emit('signUp.attendance', { referralId: found.referralId, status });
    await tx.audit({
      action: 'signUp.recordAttendance',
      subjectId: found.id,
      organisationId: organisationOf(viewer, found.hostIds),
      facts: { status },
    });
  });
  return (await readListed(hub, viewer, signUpId)) ?? found;
};

/** Says how many came without a sign-up. Errors: CONFLICT DATE_NOT_TODAY; INVALID_INPUT NUMBER_OUT_OF_RANGE. */
export const setWalkIns = async (
  hub: Hub,
  viewer: Viewer,
  { id, hostIds, startsAt }: OccurrenceRow,
  count: number,
): Promise<void> => {
  signUpPolicy.authorize(viewer, 'recordAttendance', { hostIds });
  if (count < 0 || count > 10_000)
    throw invalidInput('input.count', 'NUMBER_OUT_OF_RANGE', 'Write 0 to 10000.');
  if (dayOf(startsAt) > dayOf(hub.clock.now())) throw dateNotToday();
  await hub.db.write(viewer, async (tx) => {
    await tx.query(sql`update occurrences set walk_ins = ${count} where id = ${id}`);
    await tx.audit({
      action: 'occurrence.setWalkIns',
      subjectId: id,
      organisationId: organisationOf(viewer, hostIds),
      facts: { count },
    });
  });
};

/** Counts of a date that the viewer may see. */
export const countAttendance = async (
  hub: Hub,
  viewer: Viewer,
  occurrenceId: string,
): Promise<AttendanceCounts> => {
  const counts = await hub.db.readOne<AttendanceCounts>(
    viewer,
    sql`select c.walk_ins as "walkIns",
          coalesce(sum(s.party_size) filter (where s.status in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')), 0)::int as "signedUp",
          coalesce(sum(s.party_size) filter (where s.status = 'ATTENDED'), 0)::int as attended,
          coalesce(sum(s.party_size) filter (where s.status = 'NO_SHOW'), 0)::int as "noShow"
        from occurrences c left join sign_ups s on s.occurrence_id = c.id
        where c.id = ${occurrenceId} group by c.id`,
  );
  if (!counts) throw notFound();
  return counts;
};

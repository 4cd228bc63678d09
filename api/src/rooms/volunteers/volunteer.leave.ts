import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { HubEvents } from '../../platform/events/events.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { tellCoordinators, type ToldShift } from './volunteer.mails.ts';

/** The queue, and the job of every night. */
export const forgetQueue = 'volunteers.forget';

/** Hours stay two years with the person who worked them: funders ask by year. Then they stay as a number. */
const keptMonths = 24;

/**
 * Someone is no volunteer of an organisation any more: what it kept of them goes at once, their coming shifts are free
 * and its coordinators are told. The transaction is the hub's own.
 */
export const releaseVolunteer = async (
  hub: Hub,
  tx: Transaction,
  { organisationId, personId }: HubEvents['people.roleEnded'],
): Promise<void> => {
  const still = await tx.query(
    sql`select 1 from memberships where organisation_id = ${organisationId} and person_id = ${personId}
        and role in ('VOLUNTEER', 'COORDINATOR') and ended_at is null limit 1`,
  );
  if (still.length > 0) return;
  const now = hub.clock.now();
  const of = sql`organisation_id = ${organisationId} and person_id = ${personId}`;
  await tx.query(sql`delete from volunteer_profiles where ${of}`);
  await tx.query(sql`delete from volunteer_extracts where ${of}`);
  await tx.query(
    sql`delete from shift_swaps where organisation_id = ${organisationId}
        and ${personId}::uuid in (from_person_id, to_person_id)`,
  );
  const free = await tx.query<ToldShift>(
    sql`with gone as (
          update shift_places p set status = 'WITHDRAWN' from shifts s
          where s.id = p.shift_id and p.organisation_id = ${organisationId} and p.person_id = ${personId}
            and p.status = 'TAKEN' and s.starts_at > ${now} returning p.shift_id)
        select s.organisation_id as "organisationId", s.occurrence_id as "occurrenceId", s.starts_at as "startsAt",
          s.ends_at as "endsAt" from shifts s where s.id in (select shift_id from gone)`,
  );
  for (const shift of free) await tellCoordinators(hub, tx, 'volunteers.given-back', shift);
};

/** Takes the person from places, and deletes requests, of shifts two years ago. Returns how many places. */
export const forgetVolunteers = (hub: Hub): Promise<number> => {
  const before = Temporal.Instant.fromEpochMilliseconds(hub.clock.now().getTime())
    .toZonedDateTimeISO('Europe/Helsinki')
    .subtract({ months: keptMonths });
  const limit = new Date(before.epochMilliseconds);
  return hub.db.write(systemViewer(`job:${forgetQueue}`), async (tx) => {
    await tx.query(
      sql`delete from shift_swaps w using shifts s where s.id = w.shift_id and s.ends_at < ${limit}`,
    );
    const gone = await tx.query(
      sql`update shift_places p set person_id = null from shifts s
          where s.id = p.shift_id and s.ends_at < ${limit} and p.person_id is not null returning p.id`,
    );
    return gone.length;
  });
};

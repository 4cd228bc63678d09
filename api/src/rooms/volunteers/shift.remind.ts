import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { tellPeople, type ToldShift } from './volunteer.mails.ts';

/** The queue, and the job that comes round every hour of the day. */
export const remindQueue = 'volunteers.remind';

/**
 * Reminds those on tomorrow's shifts, once: the mark and the message commit together. Who took the shift today knows.
 * Returns how many.
 */
export const remindVolunteers = async (hub: Hub): Promise<number> => {
  const now = hub.clock.now();
  const worker = systemViewer(`job:${remindQueue}`);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Europe/Helsinki')
    .startOfDay();
  const [dawn, from, until] = [0, 1, 2].map((days) => new Date(today.add({ days }).epochMilliseconds));
  const shifts = await hub.db.read<ToldShift & { id: string }>(
    worker,
    sql`select s.id, s.organisation_id as "organisationId", s.occurrence_id as "occurrenceId",
          s.starts_at as "startsAt", s.ends_at as "endsAt"
        from shifts s join occurrences c on c.id = s.occurrence_id
        where c.status = 'SCHEDULED' and s.starts_at >= ${from} and s.starts_at < ${until} and s.taken > 0 order by s.id`,
  );
  let count = 0;
  for (const shift of shifts) {
    count += await hub.db.write(worker, async (tx) => {
      const rows = await tx.query<{ personId: string | null }>(
        sql`update shift_places set reminded_at = ${now}
            where shift_id = ${shift.id} and status = 'TAKEN' and reminded_at is null and taken_at < ${dawn}
            returning person_id as "personId"`,
      );
      return tellPeople(
        hub,
        tx,
        'volunteers.reminder',
        shift,
        rows.map(({ personId }) => personId),
      );
    });
  }
  return count;
};

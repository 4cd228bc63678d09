import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { readEvent } from './sign-up.event.ts';
import { tellReminder } from './sign-up.mails.ts';
import { addresseeOf, openField, type SealedAddressee } from './sign-up.seal.ts';

/** The queue, and the job that comes round every hour of the day. */
export const remindQueue = 'signups.remind';

interface Reminded extends SealedAddressee {
  readonly partySize: number;
  readonly code: string | null;
}

/**
 * Reminds those who have a place of tomorrow's dates, once: the mark and the message commit together, so a job that is
 * killed and comes again reminds exactly the rest. Who signed up today knows. Returns how many.
 */
export const remindSignUps = async (hub: Hub): Promise<number> => {
  const now = hub.clock.now();
  const worker = systemViewer(`job:${remindQueue}`);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Europe/Helsinki')
    .startOfDay();
  const [dawn, from, until] = [0, 1, 2].map((days) => new Date(today.add({ days }).epochMilliseconds));
  const dates = await hub.db.read<{ id: string }>(
    worker,
    sql`select id from occurrences
        where status = 'SCHEDULED' and starts_at >= ${from} and starts_at < ${until} and taken > 0 order by id`,
  );
  let count = 0;
  for (const { id } of dates) {
    count += await hub.db.write(worker, async (tx) => {
      const rows = await tx.query<Reminded>(
        sql`update sign_ups s set reminded_at = ${now}
            where s.occurrence_id = ${id} and s.status = 'CONFIRMED' and s.reminded_at is null
              and s.created_at < ${dawn} and s.erased_at is null
            returning s.id, s.party_size as "partySize", s.code, s.contact_kind as "contactKind", s.contact,
              s.language_tag as "languageTag"`,
      );
      const event = rows.length > 0 ? await readEvent(tx, id) : null;
      if (!event) return 0;
      for (const { partySize, code, ...row } of rows) {
        const place = { partySize, code: openField(hub.crypto, row.id, 'code', code) ?? '' };
        await tellReminder(hub, tx, addresseeOf(hub.crypto, row), event, place);
      }
      return rows.length;
    });
  }
  return count;
};

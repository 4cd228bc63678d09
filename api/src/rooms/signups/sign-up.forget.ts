import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';

/** The queue, and the job that comes round every night. */
export const forgetQueue = 'signups.forget';

/** How long after a date names and contacts are kept, in days. */
const keptDays = 30;

/** Erases names, contacts and codes of dates that ended 30 days ago; numbers and status stay. Returns how many. */
export const forgetSignUps = (hub: Hub): Promise<number> =>
  hub.db.write(systemViewer(`job:${forgetQueue}`), async (tx) => {
    const now = hub.clock.now();
    const before = new Date(now.getTime() - keptDays * 24 * 3_600_000);
    const erased = await tx.query(
      sql`update sign_ups s set first_name = null, contact = null, contact_hash = null, code = null, needs = null,
            erased_at = ${now}
          from occurrences c where c.id = s.occurrence_id and c.ends_at < ${before} and s.erased_at is null
          returning s.id`,
    );
    return erased.length;
  });

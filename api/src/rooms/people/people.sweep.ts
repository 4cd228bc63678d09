import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { sessionLimits } from './session.read.ts';

const dayMilliseconds = 24 * 3_600_000;

/** Deletes what has had its time: sessions, links of yesterday, addresses of invitations that nobody answered. */
export const sweepPeople = (hub: Hub): Promise<void> =>
  hub.db.write(systemViewer('job:people.sweep'), async (tx) => {
    const now = hub.clock.now();
    const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
    await tx.query(
      sql`delete from sessions where last_seen_at < ${before(sessionLimits.idle)} or created_at < ${before(sessionLimits.absolute.LINK)}`,
    );
    await tx.query(
      sql`update authenticators set pending_secret = null, pending_at = null where pending_at < ${before(dayMilliseconds)}`,
    );
    await tx.query(sql`delete from passkey_challenges where expires_at < ${now}`);
    await tx.query(sql`delete from employer_sign_ins where expires_at < ${now}`);
    await tx.query(sql`delete from sign_in_links where expires_at < ${before(dayMilliseconds)}`);
    await tx.query(
      sql`update invitations set email = null, email_hash = null where expires_at < ${now} and email is not null`,
    );
  });

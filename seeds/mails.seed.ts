import sql from 'sql-template-tag';
import { deliverQueue } from '../api/src/platform/outbox/outbox.ts';
import { seedViewer, type SeedContext } from './seed.context.ts';

/**
 * Takes back the mails that the services left: nobody is told of what only seems to have happened. Runs before the
 * workers start, in a region that was empty, so whatever waits is the seed's; it never went out, hence no row stays.
 */
export const discardMails = ({ hub }: SeedContext): Promise<void> =>
  hub.db.write(seedViewer, async (tx) => {
    const rows = await tx.query<{ id: string }>(
      sql`delete from outbox_messages where delivered_at is null returning id`,
    );
    await tx.query(
      sql`delete from pgboss.job
          where name = ${deliverQueue} and data->>'messageId' = any(${rows.map(({ id }) => id)}::text[])`,
    );
  });

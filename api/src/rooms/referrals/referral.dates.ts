import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { tellNews } from './referral.notices.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';

/**
 * A date of an offering is cancelled, postponed or moved: the caseworker of each client who was taken in there is told
 * that there is news, by link alone. The referral and the client's own page say what it is.
 */
export const tellOfDate = async (hub: Hub, tx: Transaction, offeringId: string): Promise<void> => {
  const referrals = await tx.query<ReferralRow>(
    sql`select ${referralColumns} from ${referralTables}
        where r.offering_id = ${offeringId} and r.state in ('ACCEPTED', 'IN_PROGRESS') order by r.id`,
  );
  for (const referral of referrals) await tellNews(hub, tx, referral, 'referrer');
};

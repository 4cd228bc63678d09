import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import { isId } from '../../platform/ids.ts';
import { referralPolicy } from './referral.policy.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';
import { visibleTo } from './referral.visibility.ts';

/**
 * A referral, locked: two moves at once wait for each other, and the second one meets a newer version. Errors:
 * UNAUTHENTICATED; NOT_FOUND, also for one that the viewer may not see.
 */
export const loadReferral = async (tx: Transaction, id: string): Promise<ReferralRow> => {
  referralPolicy.authorize(tx.viewer, 'list', null);
  if (!isId(id)) throw notFound();
  const [referral] = await tx.query<ReferralRow>(
    sql`select ${referralColumns} from ${referralTables} where r.id = ${id} and ${visibleTo(tx.viewer)} for update of r`,
  );
  if (!referral) throw notFound();
  return referral;
};

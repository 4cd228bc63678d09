import sql, { join } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { liveStates } from './referral.machine.ts';
import { visibleTo } from './referral.visibility.ts';

/** A referral of this client to this offering that has not ended; its id is null where the viewer may not see it. */
export const liveReferralOf = async (
  tx: Transaction,
  clientId: string,
  offeringId: string,
): Promise<{ id: string | null } | undefined> => {
  const [live] = await tx.query<{ id: string | null }>(
    sql`select case when ${visibleTo(tx.viewer)} then r.id end as id from referrals r
        where r.client_id = ${clientId} and r.offering_id = ${offeringId} and r.state in (${join([...liveStates])})`,
  );
  return live;
};

import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { eraseReceiverCopy, eraseReferral } from './referral.erase.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';

const basis = 'RESTORED_BACKUP';

const find = async (tx: Transaction, id: string): Promise<ReferralRow | undefined> => {
  const [referral] = await tx.query<ReferralRow>(
    sql`select ${referralColumns} from ${referralTables} where r.id = ${id} and r.state <> 'ERASED' for update of r`,
  );
  return referral;
};

/** Erases again what a restored backup brought back, in whatever state it stood then; whether there was something to do. */
export const replayReferralErasure = async (
  hub: Hub,
  tx: Transaction,
  kind: 'REFERRAL' | 'RECEIVER_COPY',
  id: string,
): Promise<boolean> => {
  const referral = await find(tx, id);
  if (!referral || (kind === 'RECEIVER_COPY' && referral.receiverErasedAt !== null)) return false;
  await (kind === 'REFERRAL' ? eraseReferral : eraseReceiverCopy)(hub, tx, referral, basis);
  return true;
};

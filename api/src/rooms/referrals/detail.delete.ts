import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';

/** What was granted goes with the consent, and with the receiver's copy: questions and values. */
export const deleteDetails = async (tx: Transaction, referralId: string): Promise<void> => {
  await tx.query(sql`delete from referral_details where referral_id = ${referralId}`);
};

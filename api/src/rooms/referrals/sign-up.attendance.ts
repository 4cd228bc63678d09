import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { SignUpStatus } from './sign-up.loaders.ts';

/** How often the client came, of dates on which it was written down; null where none was. */
export const sessionsOf = (statuses: readonly SignUpStatus[]): number | null => {
  const noted = statuses.filter((status) => status === 'ATTENDED' || status === 'NO_SHOW');
  return noted.length === 0 ? null : noted.filter((status) => status === 'ATTENDED').length;
};

export const countSessions = async (tx: Transaction, referralId: string): Promise<number | null> => {
  const rows = await tx.query<{ status: SignUpStatus }>(
    sql`select status from sign_ups where referral_id = ${referralId}`,
  );
  return sessionsOf(rows.map(({ status }) => status));
};

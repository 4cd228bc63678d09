import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { strongSignInNeeded } from './passkey.errors.ts';

/**
 * The first way to sign in strongly is set up after a mail link; from then on others are added by a strong session
 * alone (docs/decisions/0011). The person's row is locked, so that two firsts at once are not both the first.
 */
export const requireProofOfFactors = async (
  tx: Transaction,
  viewer: Viewer,
  personId: string,
): Promise<void> => {
  await tx.query(sql`select id from persons where id = ${personId} for update`);
  if (viewer.assurance === 'STRONG') return;
  const found = await tx.query(
    sql`select 1 from authenticators where person_id = ${personId} and secret is not null
        union all select 1 from passkeys where person_id = ${personId}
        union all select 1 from employer_identities where person_id = ${personId} limit 1`,
  );
  if (found.length > 0) throw strongSignInNeeded();
};

/** Begun and not finished: whoever else began it before a way to sign in stood must not finish it now. */
export const dropBegunFactors = async (tx: Transaction, personId: string): Promise<void> => {
  await tx.query(
    sql`update authenticators set pending_secret = null, pending_at = null where person_id = ${personId}`,
  );
  await tx.query(sql`delete from passkey_challenges where person_id = ${personId} and purpose = 'ENROL'`);
};

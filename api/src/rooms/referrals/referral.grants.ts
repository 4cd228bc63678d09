import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { stateFacts } from './referral.machine.ts';
import type { ReferralState } from './referral.words.ts';

/** Lays down the receiver's key, still closed; the referring side does, when it sends. */
export const insertGrant = async (tx: Transaction, referralId: string): Promise<void> => {
  await tx.query(
    sql`insert into referral_grants (referral_id, region_id, client_id, referring_organisation_id, receiving_organisation_id)
        select id, region_id, client_id, referring_organisation_id, receiving_organisation_id
        from referrals where id = ${referralId}`,
  );
};

/** The client's places end with the referral, and lead to nobody once its key is closed; see `referralSignUpSql`. */
const releaseSignUps = async (tx: Transaction, referralIds: readonly string[], at: Date): Promise<void> => {
  await tx.query(sql`select release_sign_ups(id, ${at}) from unnest(${[...referralIds]}::uuid[]) as id`);
};

/** Closes the keys of referrals for good. */
export const closeGrants = async (
  tx: Transaction,
  referralIds: readonly string[],
  at: Date,
): Promise<void> => {
  await tx.query(
    sql`update referral_grants set closed_at = ${at}
        where referral_id = any(${[...referralIds]}::uuid[]) and closed_at is null`,
  );
  await releaseSignUps(tx, referralIds, at);
};

/** Opens or closes the receiver's key as the tier of the new state says. */
export const followState = async (
  tx: Transaction,
  referralId: string,
  state: ReferralState,
  at: Date,
): Promise<void> => {
  const { receiverTier, isEnded } = stateFacts[state];
  if (isEnded && receiverTier === null) return closeGrants(tx, [referralId], at);
  if (isEnded) return releaseSignUps(tx, [referralId], at);
  if (receiverTier !== 1) return;
  await tx.query(
    sql`update referral_grants set opened_at = ${at} where referral_id = ${referralId} and opened_at is null and closed_at is null`,
  );
};

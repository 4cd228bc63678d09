import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { openAuthenticator, plainCode, recoveryCodeHash, stepOfCode } from './authenticator.secret.ts';

/** What a typed code proved. */
export type Proof =
  | { readonly kind: 'proven'; readonly by: 'app' | 'recoveryCode' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number; readonly isNew: boolean }
  | { readonly kind: 'missing' };

export const triesInARow = 5;
const firstLockSeconds = 15 * 60;
const longestLockSeconds = 24 * 3600;

/** Twice as long after every further five wrong codes: a quarter of an hour, half an hour … a day. */
const lockSecondsAfter = (wrongTries: number): number =>
  Math.min(longestLockSeconds, firstLockSeconds * 2 ** (wrongTries / triesInARow - 1));

interface AuthenticatorRow {
  readonly secret: string;
  readonly lastStep: number | null;
  readonly wrongTries: number;
  readonly lockedUntil: Date | null;
}

const useAppCode = (
  hub: Hub,
  personId: string,
  { secret, lastStep }: AuthenticatorRow,
  code: string,
): number | null => {
  const step = stepOfCode(openAuthenticator(hub.crypto, personId, secret), plainCode(code), hub.clock.now());
  return step !== null && step > (lastStep ?? -1) ? step : null;
};

const useRecoveryCode = async (
  hub: Hub,
  tx: Transaction,
  personId: string,
  code: string,
): Promise<boolean> => {
  const used = await tx.query(
    sql`update recovery_codes set used_at = ${hub.clock.now()}
        where person_id = ${personId} and code_hash = ${recoveryCodeHash(personId, code)} and used_at is null
        returning id`,
  );
  return used.length > 0;
};

/**
 * Tries a code of the person's app or one of their recovery codes, and uses it up. Wrong ones are counted on the
 * row, which is locked meanwhile: tries at once count one by one. The caller commits before it refuses.
 */
export const prove = async (hub: Hub, tx: Transaction, personId: string, code: string): Promise<Proof> => {
  const now = hub.clock.now();
  const [row] = await tx.query<AuthenticatorRow>(
    sql`select secret, last_step as "lastStep", wrong_tries as "wrongTries", locked_until as "lockedUntil"
        from authenticators where person_id = ${personId} and secret is not null for update`,
  );
  if (!row) return { kind: 'missing' };
  const lockedFor = row.lockedUntil ? Math.ceil((row.lockedUntil.getTime() - now.getTime()) / 1000) : 0;
  if (lockedFor > 0) return { kind: 'locked', retryAfterSeconds: lockedFor, isNew: false };
  const step = useAppCode(hub, personId, row, code);
  if (step !== null || (await useRecoveryCode(hub, tx, personId, code))) {
    await tx.query(
      sql`update authenticators set last_step = coalesce(${step}::integer, last_step), wrong_tries = 0,
            locked_until = null where person_id = ${personId}`,
    );
    return { kind: 'proven', by: step === null ? 'recoveryCode' : 'app' };
  }
  return countWrong(tx, personId, row.wrongTries + 1, now);
};

const countWrong = async (
  tx: Transaction,
  personId: string,
  wrongTries: number,
  now: Date,
): Promise<Proof> => {
  const isLocking = wrongTries % triesInARow === 0;
  const seconds = isLocking ? lockSecondsAfter(wrongTries) : 0;
  const lockedUntil = isLocking ? new Date(now.getTime() + seconds * 1000) : null;
  await tx.query(
    sql`update authenticators set wrong_tries = ${wrongTries}, locked_until = ${lockedUntil}::timestamptz
        where person_id = ${personId}`,
  );
  if (isLocking) return { kind: 'locked', retryAfterSeconds: seconds, isNew: true };
  return { kind: 'wrong', triesLeft: triesInARow - (wrongTries % triesInARow) };
};

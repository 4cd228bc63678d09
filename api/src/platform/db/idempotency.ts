import { createHash } from 'node:crypto';
import { defineEntity, p } from '@mikro-orm/postgresql';
import sql from 'sql-template-tag';
import { HubError } from '../errors/hub-error.ts';
import type { Transaction } from './transaction.ts';
import { secured } from './row-security.ts';

const mine = `viewer_key = coalesce(nullif(current_setting('app.viewer', true), ''), 'anonymous')`;

/** Which creating calls were answered, and with what; kept for 48 hours. */
export const IdempotencyKey = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  properties: {
    viewerKey: p.text().primary(),
    operation: p.text().primary(),
    key: p.text().primary(),
    inputHash: p.text(),
    resultId: p.uuid(),
    createdAt: p.datetime(),
  },
  ...secured('idempotency_keys', { read: mine, write: mine }),
});

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
};

export const inputHash = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(input)))
    .digest('base64url');

/** See `Transaction.once`. Two calls with one key at the same time: the second waits for the first. */
export const once = async (
  tx: Transaction,
  at: Date,
  call: { operation: string; key: string | null | undefined; input: unknown },
  create: () => Promise<string>,
): Promise<string> => {
  const { operation, key } = call;
  if (!key) return create();
  if (key.length < 8 || key.length > 100) {
    throw new HubError(
      'INVALID_INPUT',
      'INVALID_IDEMPOTENCY_KEY',
      'Use a random key of 8 to 100 characters.',
      {
        fields: [{ path: 'input.idempotencyKey', message: 'Use a random key of 8 to 100 characters.' }],
      },
    );
  }
  const viewerKey = tx.viewer.personId ?? 'anonymous';
  const hash = inputHash(call.input);
  await tx.query(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${viewerKey} ${operation} ${key}`}, 0))`,
  );
  const [earlier] = await tx.query<{ input_hash: string; result_id: string }>(
    sql`select input_hash, result_id from idempotency_keys
        where viewer_key = ${viewerKey} and operation = ${operation} and key = ${key}`,
  );
  if (earlier) {
    if (earlier.input_hash === hash) return earlier.result_id;
    throw new HubError(
      'CONFLICT',
      'IDEMPOTENCY_KEY_REUSED',
      'This key was used for a different request. Use a new key.',
    );
  }
  const resultId = await create();
  await tx.em.flush();
  await tx.query(
    sql`insert into idempotency_keys (viewer_key, operation, key, input_hash, result_id, created_at)
        values (${viewerKey}, ${operation}, ${key}, ${hash}, ${resultId}, ${at})`,
  );
  return resultId;
};

import { defineEntity, p } from '@mikro-orm/postgresql';
import sql from 'sql-template-tag';
import { secured } from '../db/row-security.ts';
import type { Database } from '../db/database.ts';
import { systemViewer } from '../policy/viewer.ts';
import type { Crypto } from './crypto.ts';

/**
 * The one key from which keyed hashes are made, wrapped by the master key: addresses are found by their hash, so it must
 * outlive a change of the master key.
 */
export const HashRoot = defineEntity({
  name: 'HashRoot',
  tableName: 'hash_roots',
  properties: { id: p.text().primary(), wrapped: p.text() },
  ...secured('hash_roots', { read: 'false', write: 'false' }),
});

const viewer = systemViewer('start');

/** The root of this database, made at the first start. */
export const openHashRoot = async (db: Database, crypto: Crypto): Promise<void> => {
  const [root] = await db.write(viewer, async (tx) => {
    await tx.query(
      sql`insert into hash_roots (id, wrapped) values ('root', ${crypto.firstHashRoot()}) on conflict do nothing`,
    );
    return tx.query<{ wrapped: string }>(sql`select wrapped from hash_roots where id = 'root'`);
  });
  if (root) crypto.useHashRoot(root.wrapped);
};

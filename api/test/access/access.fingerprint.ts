import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { TestHub } from '../harness.ts';

const tables = `select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`;

/**
 * Where each row lies and which transaction wrote it: that tells of every change, and reads no row's contents. Two
 * fingerprints that are equal mean that nothing changed.
 */
const digestOf = (name: string): string =>
  `(select md5(coalesce(string_agg(t.ctid::text || t.xmin::text, ',' order by t.ctid), '')) from "${name}" t) as "${name}"`;

export interface Fingerprints {
  take(): Promise<Record<string, unknown>>;
}

/** For a test file that takes many: on one connection, planned once. */
export const useFingerprints = (hub: TestHub): Fingerprints => {
  let client: pg.Client;
  let text = '';
  beforeAll(async () => {
    client = new pg.Client({ connectionString: hub.urlOf('hub_owner') });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(tables);
    text = `select ${rows.map(({ name }) => digestOf(name)).join(', ')}`;
  });
  afterAll(() => client.end());
  return {
    take: async () => (await client.query<Record<string, unknown>>({ name: 'take', text })).rows[0] ?? {},
  };
};

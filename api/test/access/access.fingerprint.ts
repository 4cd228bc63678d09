import type { TestHub } from '../harness.ts';
import { queryAs } from '../query-as.ts';

const tables = `select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`;

/** A digest of all rows of every table: two that are equal mean that nothing changed. */
export const fingerprintOf = async (hub: TestHub): Promise<Record<string, unknown>> => {
  const names = await queryAs<{ name: string }>(hub, 'hub_owner', tables);
  const digests = names.map(
    ({ name }) =>
      `(select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from "${name}" t) as "${name}"`,
  );
  const [row] = await queryAs(hub, 'hub_owner', `select ${digests.join(', ')}`);
  return row ?? {};
};

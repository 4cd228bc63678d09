import { queryAs } from '../query-as.ts';
import type { TestHub } from '../harness.ts';

const tables = `select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE'
    and table_name <> 'audit_log' order by table_name`;

/** A digest of every row, of any table, that holds one of these texts. */
export const rowsAbout = async (hub: TestHub, texts: readonly string[]): Promise<Map<string, string>> => {
  const pattern = texts.join('|');
  const names = await queryAs<{ name: string }>(hub, 'hub_owner', tables);
  const selects = names.map(
    ({ name }) => `select '${name}' as "table", md5(t::text) as digest from "${name}" t where t::text ~ $1`,
  );
  const rows = await queryAs<{ table: string; digest: string }>(
    hub,
    'hub_owner',
    selects.join(' union all '),
    [pattern],
  );
  return new Map(rows.map(({ table, digest }) => [digest, table]));
};

/** The tables in which a row that was there has changed or gone; new rows do not count. */
export const changedTables = async (
  hub: TestHub,
  texts: readonly string[],
  before: ReadonlyMap<string, string>,
): Promise<string[]> => {
  const now = await rowsAbout(hub, texts);
  return [...new Set([...before].filter(([digest]) => !now.has(digest)).map(([, table]) => table))];
};

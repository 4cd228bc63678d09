import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { escapeIdentifier, type Client } from 'pg';

type Rows = Readonly<Record<string, readonly object[]>>;

/** The migration whose tables the rows were taken from. */
export const releasedMigration = 'Migration20261124075801_initial';

/** Rows of a seeded region as the released version wrote them, by table. */
export const releasedRows = JSON.parse(
  gunzipSync(readFileSync(new URL('./fixtures/released-rows.json.gz', import.meta.url))).toString(),
) as Rows;

/** Tables with those they refer to first. */
const inOrder = async (client: Client, tables: readonly string[]): Promise<string[]> => {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent
     from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  const ordered: string[] = [];
  const visit = (table: string): void => {
    if (ordered.includes(table) || !tables.includes(table)) return;
    for (const { child, parent } of rows) if (child === table) visit(parent);
    ordered.push(table);
  };
  tables.forEach(visit);
  return ordered;
};

const columnsOf = async (client: Client, table: string): Promise<string> => {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return rows.map(({ name }) => escapeIdentifier(name)).join(', ');
};

/** Puts the rows into a database that stands at `releasedMigration`. */
export const loadReleasedRows = async (client: Client): Promise<void> => {
  for (const table of await inOrder(client, Object.keys(releasedRows))) {
    const columns = await columnsOf(client, table);
    await client.query(
      `insert into ${escapeIdentifier(table)} (${columns})
       select ${columns} from jsonb_populate_recordset(null::${escapeIdentifier(table)}, $1::jsonb)`,
      [JSON.stringify(releasedRows[table])],
    );
  }
};

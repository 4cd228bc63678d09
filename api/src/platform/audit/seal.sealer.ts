import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import type { Hub } from '../hub.ts';

/** Runs a statement and gives its rows. */
export type Run = <Row>(statement: Sql) => Promise<Row[]>;

export const runOn =
  (client: pg.ClientBase): Run =>
  async <Row>({ text, values }: Sql) =>
    (await client.query(text, [...values])).rows as Row[];

/**
 * One transaction of the sealer, on a connection of its own that ends with it: once a minute is no work for a pool.
 * With `isStill`, everything is read as it was at one moment.
 */
export const asSealer = async <T>(
  { sealerUrl }: Pick<Hub, 'sealerUrl'>,
  work: (run: Run) => Promise<T>,
  isStill = false,
): Promise<T> => {
  if (sealerUrl === null) throw new Error('This instance does not seal');
  const client = new pg.Client({ connectionString: sealerUrl });
  await client.connect();
  try {
    await client.query(isStill ? 'begin isolation level repeatable read' : 'begin');
    const result = await work(runOn(client));
    await client.query('commit');
    return result;
  } finally {
    // Ending the connection takes back what was not committed.
    await client.end();
  }
};

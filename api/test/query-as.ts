import pg from 'pg';
import type { TestHub } from './harness.ts';

/** Runs SQL as a role of the database, without the services: what the second wall lets through. */
export const queryAs = async <Row extends Record<string, unknown>>(
  hub: TestHub,
  role: Parameters<TestHub['urlOf']>[0],
  text: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: hub.urlOf(role) });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
};

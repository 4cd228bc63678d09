import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { createServer } from '../../src/server.ts';
import type { Lab, LabHub } from './lab.ts';
import type { Asked } from './load.ts';

/** The hub's own GraphQL over HTTP, without the portal. */
export const hubServer = async (lab: Lab, { hub }: LabHub): Promise<string> => {
  const server = await createServer({ hub, withPortal: false });
  lab.onClose(() => server.close());
  return `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
};

/** A request as the portal's pages send it. */
export const graphqlRequest = (
  url: string,
  query: string,
  variables: Record<string, unknown>,
  cookie?: string,
): Asked => ({
  url,
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json', ...(cookie && { cookie }) },
  body: JSON.stringify({ query, variables }),
});

/**
 * The ceiling: PostgreSQL builds the whole answer in one prepared statement, and bare node:http passes it on. Nothing
 * that reads the same database can do much better.
 */
export const bareServer = async (
  lab: Lab,
  { url }: LabHub,
  text: string,
  values: unknown[],
): Promise<string> => {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c role=hub_anonymous' });
  const server = createHttpServer((_request, response) => {
    pool.query<{ json: string }>({ name: 'bare', text, values }).then(
      ({ rows: [row] }) => {
        response.setHeader('content-type', 'application/json');
        response.end(row?.json);
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  lab.onClose(async () => {
    server.closeAllConnections();
    server.close();
    await pool.end();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

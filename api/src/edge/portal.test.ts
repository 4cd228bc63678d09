import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../test/harness.ts';
import type { Context } from '../context.ts';
import { createApollo } from '../platform/graphql/apollo.server.ts';
import { createLimits } from '../platform/graphql/limits.ts';
import { createSchema } from '../schema.ts';
import { mountPortal } from './portal.ts';

const hub = useHub();
const page = `<!doctype html><title>Joensuu</title>${'<p>Tervetuloa</p>'.repeat(500)}`;
let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kotoverkko-portal-'));
  const file = path.join(folder, 'handler.mjs');
  await writeFile(
    file,
    `export const handler = (request, response) => {
       response.setHeader('content-type', 'text/html');
       response.end(${JSON.stringify(page)});
     };`,
  );
  server = Fastify({ forceCloseConnections: true });
  const { log } = hub.hub;
  const apollo = createApollo<Context>({
    schema: createSchema(),
    log,
    limits: createLimits(),
    introspection: false,
    plugins: [],
  });
  await apollo.start();
  await mountPortal(server, hub.hub, apollo, file);
  await server.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Over a real connection and past fetch, which would unpack the answer. */
const get = (headers: Record<string, string>): Promise<{ encoding: string | undefined; body: Buffer }> =>
  new Promise((resolve, reject) => {
    const { port } = server.server.address() as AddressInfo;
    request({ port, host: '127.0.0.1', path: '/fi', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the portal behind the hub', () => {
  it('sends pages compressed to a visitor without a session', async () => {
    const { encoding, body } = await get({ 'accept-encoding': 'gzip', cookie: 'language=fi' });
    expect(encoding).toBe('gzip');
    expect(body.length).toBeLessThan(page.length / 10);
    expect(gunzipSync(body).toString()).toBe(page);
  });

  it('sends them as they are to whoever has a session, and to who asks for nothing else', async () => {
    for (const headers of [{ 'accept-encoding': 'gzip', cookie: 'a=b; __Host-session=secret' }, {}]) {
      const { encoding, body } = await get(headers as Record<string, string>);
      expect(encoding).toBeUndefined();
      expect(body.toString()).toBe(page);
    }
  });
});

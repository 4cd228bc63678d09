import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateDatabase, openDatabases, openHub } from '../src/boot.ts';
import { closeHub, startWorkers } from '../src/create-hub.ts';
import { createDatabase, startTestCluster } from '../src/platform/embedded/test-cluster.ts';
import type { EmbeddedPostgres } from '../src/platform/embedded/index.ts';
import { readEnv } from '../src/platform/env.ts';
import { createLog } from '../src/platform/log.ts';
import { createServer } from '../src/server.ts';

let cluster: EmbeddedPostgres;

beforeAll(async () => {
  cluster = await startTestCluster({ ssl: true });
  await createDatabase(cluster, 'city');
});
afterAll(() => cluster.stop());

describe('a city’s own PostgreSQL, with TLS and passwords', () => {
  const env = () =>
    readEnv({
      DATABASE_URL: cluster.appUrl('city', 'hub_app'),
      DATABASE_OWNER_URL: cluster.appUrl('city', 'hub_owner'),
      DATABASE_SEALER_URL: cluster.appUrl('city', 'hub_sealer'),
      PUBLIC_URL: 'https://kotoverkko.example.org',
      SMTP_URL: 'smtp://127.0.0.1:2525',
      MAIL_FROM: 'Kotoverkko <no-reply@example.org>',
      MASTER_KEY: Buffer.alloc(32, 3).toString('base64'),
      LOG_LEVEL: 'silent',
    });

  it('is migrated and served like the embedded one, ready and without a demo', async () => {
    const log = createLog('silent');
    const databases = await openDatabases(env(), log, () => undefined);
    await migrateDatabase(databases);
    const hub = await openHub(env(), log, databases);
    const server = await createServer({ hub, withPortal: false });
    const notReady = await server.inject('/readyz');
    expect([notReady.statusCode, notReady.json().worker?.ok ?? notReady.json().checks?.worker?.ok]).toEqual([
      503,
      false,
    ]);
    await startWorkers(hub);
    expect((await server.inject('/readyz')).statusCode).toBe(200);
    expect((await server.inject('/healthz')).statusCode).toBe(200);
    const answer = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ municipalities(regionOnly: true) { code } demo { people { key } } }' },
    });
    expect(answer.json()).toMatchObject({ data: { demo: null } });
    expect(answer.json().data.municipalities).toHaveLength(5);
    const refused = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: 'mutation { demoSignIn(input: { personKey: "caseworker" }) { next } }' },
    });
    expect(refused.json().errors[0].extensions.code).toBe('NOT_FOUND');
    await server.close();
    await closeHub(hub);
  });

  it('answers only over TLS', async () => {
    const url = new URL(cluster.appUrl('city', 'hub_app'));
    url.search = '?sslmode=disable';
    const client = new pg.Client({ connectionString: url.href });
    await expect(client.connect()).rejects.toThrow(/SSL|encryption|pg_hba/i);
  });

  it('runs the migrations again without a change', async () => {
    const databases = await openDatabases(env(), createLog('silent'), () => undefined);
    expect(await migrateDatabase(databases)).toEqual([]);
  });
});

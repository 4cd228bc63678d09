import { isEmpty, seedRegion } from '../../seeds/seed.ts';
import { migrateDatabase, openDatabases, openHub } from './boot.ts';
import { closeHub, startWorkers } from './create-hub.ts';
import { ManualClock } from './platform/clock.ts';
import { EmbeddedPostgresError } from './platform/embedded/embedded-postgres.errors.ts';
import { readEnv, SettingError, type Env } from './platform/env.ts';
import { ledgerFileOf } from './platform/erasure/ledger.ts';
import type { Hub } from './platform/hub.ts';
import { createLog } from './platform/log.ts';
import { replayErasures } from './rooms/protection/index.ts';
import { createServer } from './server.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const seedWhenEmpty = async (env: Env, databases: Parameters<typeof openHub>[2]): Promise<void> => {
  if (!env.demo) return;
  const clock = new ManualClock(new Date());
  const hub = await openHub(env, createLog('error'), databases, clock);
  try {
    if (!(await isEmpty(hub))) return;
    say('First start: filling the region with examples …');
    await seedRegion(hub, clock, { today: new Date(), log: say });
  } finally {
    await closeHub(hub);
  }
};

/** Whoever restored a backup may forget it; nobody is let in before what was erased is erased again. */
const eraseAgain = async (env: Env, hub: Hub): Promise<void> => {
  const count = await replayErasures(hub, ledgerFileOf(env.dataDirectory));
  if (count > 0) say(`A backup had brought back what was erased: ${count} erased again.`);
};

const start = async (): Promise<void> => {
  const env = readEnv(process.env);
  const log = createLog(env.logLevel);
  const stops: (() => Promise<unknown>)[] = [];
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs, nobody waits longer than five seconds for us.
    setTimeout(() => process.exit(code || 1), 4_800).unref();
    for (const each of stops.reverse()) await each().catch(() => undefined);
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));

  try {
    const databases = await openDatabases(env, log, () => {
      if (!stopping) say('PostgreSQL has ended. Stopping; the next start recovers it.');
      void stop(1);
    });
    stops.push(databases.stop);
    await migrateDatabase(databases);
    await seedWhenEmpty(env, databases);
    const hub = await openHub(env, log, databases);
    await eraseAgain(env, hub);
    stops.push(() => closeHub(hub));
    const server = await createServer({ hub, withPortal: env.portal });
    stops.push(() => server.close());
    await server.listen({ port: env.port, host: env.host });
    await startWorkers(hub);
    say(`Kotoverkko is open at ${env.publicUrl}`);
  } catch (error) {
    say(explain(error, env));
    await stop(error instanceof EmbeddedPostgresError ? error.exitCode : 1);
  }
};

const explain = (error: unknown, env: Env): string => {
  if (error instanceof EmbeddedPostgresError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${env.port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

start().catch((error: unknown) => {
  say(error instanceof SettingError ? error.message : String(error));
  process.exit(2);
});

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { EmbeddedPostgresOptions } from './embedded-postgres.ts';

const CHILD_FILE = fileURLToPath(new URL('./testing.child.ts', import.meta.url));

export const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
export const isRoot = process.getuid?.() === 0;

/** What the child program printed about one event. */
export interface ChildEvent {
  event: 'ready' | 'ended' | 'refused';
  ownerUrl: string;
  dataFolder: string;
  name: string;
  reason: string;
  message: string;
}

export interface Child {
  pid: number;
  /** Waits for the event; fails when the program ends without it. */
  heard(event: ChildEvent['event']): Promise<ChildEvent>;
  kill(signal: NodeJS.Signals): void;
  exitCode: Promise<number | null>;
}

/** An ordinary user for a program started by root; nothing when we are one already. */
export interface TestUser {
  prefix: string[];
  userId: number | undefined;
}

const OURSELVES: TestUser = { prefix: [], userId: undefined };

/** Starts the child program, which starts PostgreSQL with these options. */
export function startChild(options: EmbeddedPostgresOptions, user: TestUser = OURSELVES): Child {
  const program = [...user.prefix, process.execPath, CHILD_FILE];
  const words = [...program, JSON.stringify({ settings: NOT_DURABLE, ...options })];
  const [command = process.execPath, ...rest] = words;
  const identity = user.userId === undefined ? {} : { uid: user.userId, gid: user.userId };
  const child = spawn(command, rest, {
    ...identity,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HUB_TEST_SECRET: 'kept' },
  });
  const events: ChildEvent[] = [];
  const noise: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => events.push(JSON.parse(line) as ChildEvent));
  createInterface({ input: child.stderr }).on('line', (line) => noise.push(line));
  const exitCode = once(child, 'exit').then(([code]) => code as number | null);
  return {
    pid: child.pid ?? 0,
    exitCode,
    kill: (signal) => child.kill(signal),
    heard: async (name) => {
      const find = () => events.find((candidate) => candidate.event === name);
      await eventually(() => find() !== undefined || child.exitCode !== null || child.signalCode !== null);
      await sleep(20);
      const event = find();
      if (event === undefined) throw new Error(`No "${name}": ${JSON.stringify(events)} ${noise.join('\n')}`);
      return event;
    },
  };
}

/** User 65534 when root runs the tests and that user can reach the project, else a namespace that looks like one. */
export function ordinaryUser(userId = 65534): TestUser {
  if (!isRoot) return OURSELVES;
  const script = `require('node:fs').accessSync(${JSON.stringify(CHILD_FILE)})`;
  const probe = spawnSync(process.execPath, ['-e', script], { uid: userId, gid: userId, cwd: '/' });
  if (probe.status === 0) return { prefix: [], userId };
  return { prefix: ['unshare', '-U', `--map-user=${String(userId)}`], userId: undefined };
}

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'kotoverkko-embedded-')));
  chmodSync(folder, 0o755);
  return folder;
}

export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Runs a statement that is meant to be cut off; resolves once it runs. */
export async function runEndlessly(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const found = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  client.query('select count(*) from generate_series(1, 1000000000000)').catch(() => undefined);
  await sleep(100);
  return found.rows[0]?.pid ?? 0;
}

export async function eventually(isTrue: () => boolean, milliseconds = 15_000): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (!isTrue()) {
    if (performance.now() > deadline)
      throw new Error(`Not so after ${String(milliseconds)} ms: ${isTrue.toString()}`);
    await sleep(20);
  }
}

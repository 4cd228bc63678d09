import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './free-port.ts';

const main = path.resolve(import.meta.dirname, '../../api/dist/main.js');

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** Settles when the hub is open, or has ended before. */
  readonly opened: Promise<void>;
}

const run = (folder: string, port: number, settings: Record<string, string> = {}): Run => {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: folder,
      PORT: String(port),
      DEMO: '0',
      LOG_LEVEL: 'error',
      ...settings,
    },
  });
  let text = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const opened = new Promise<void>((resolve) => {
    const read = (chunk: Buffer): void => {
      text += String(chunk);
      if (text.includes('is open at')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => resolve());
  });
  return { child, output: () => text, ended, opened };
};

const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
};

const until = async (condition: () => boolean): Promise<void> => {
  for (let round = 0; round < 100 && !condition(); round += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(condition()).toBe(true);
};

describe('the hub as a process', () => {
  let folder = '';
  let port = 0;
  beforeAll(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'kotoverkko-start-')), 'data');
    port = await freePort();
  });
  afterAll(() => rm(path.dirname(folder), { recursive: true, force: true }));

  const postmaster = async (): Promise<number> =>
    Number((await readFile(path.join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

  it('opens, tells the truth at /readyz, and stops within five seconds of SIGTERM', async () => {
    const hub = run(folder, port);
    await hub.opened;
    const ready = await fetch(`http://localhost:${port}/readyz`);
    expect([ready.status, hub.output()]).toEqual([200, expect.stringContaining('is open at')]);
    const before = performance.now();
    hub.child.kill('SIGTERM');
    expect(await hub.ended).toBe(0);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('stops within five seconds when npm itself is told to stop', async () => {
    const child = spawn('npm', ['start'], {
      cwd: path.resolve(import.meta.dirname, '../..'),
      env: {
        ...process.env,
        DATA_DIR: folder,
        PORT: String(port),
        DEMO: '0',
        LOG_LEVEL: 'error',
        NODE_ENV: '',
      },
      stdio: 'ignore',
    });
    const isOpen = () =>
      fetch(`http://localhost:${port}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isOpen())) await new Promise((resolve) => setTimeout(resolve, 100));
    const database = await postmaster();
    const before = performance.now();
    child.kill('SIGTERM');
    await until(() => !isAlive(database));
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('refuses a second start on the same folder and says so; killed, it leaves no PostgreSQL behind', async () => {
    const hub = run(folder, port);
    await hub.opened;
    const second = run(folder, await freePort());
    expect([await second.ended, second.output()]).toEqual([
      3,
      expect.stringMatching(/already|in use|running/i),
    ]);
    const database = await postmaster();
    hub.child.kill('SIGKILL');
    await hub.ended;
    await until(() => !isAlive(database));
  });

  it('recovers, ends with a message when PostgreSQL is killed, and recovers again', async () => {
    const isReady = async (): Promise<boolean> => (await fetch(`http://localhost:${port}/readyz`)).ok;
    const hub = run(folder, port);
    await hub.opened;
    expect(await isReady()).toBe(true);
    process.kill(await postmaster(), 'SIGKILL');
    expect([await hub.ended, hub.output()]).toEqual([1, expect.stringContaining('PostgreSQL has ended')]);
    const next = run(folder, port);
    await next.opened;
    expect(await isReady()).toBe(true);
    next.child.kill('SIGTERM');
    await next.ended;
  });

  it('names the port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const hub = run(folder, port);
    expect([await hub.ended, hub.output()]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)]);
    other.close();
  });

  it('says which setting is wrong', async () => {
    const hub = run(folder, port, { TRUST_PROXY: 'everyone' });
    expect([await hub.ended, hub.output()]).toEqual([2, expect.stringContaining('TRUST_PROXY must be')]);
  });
});

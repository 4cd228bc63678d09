import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './cluster.server.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { readPostmaster } from './postmaster.file.ts';
import { postgresProcessesIn, processStartMark } from './process.table.ts';
import {
  eventually,
  NOT_DURABLE,
  query,
  runEndlessly,
  startChild,
  temporaryFolder,
} from './testing.tools.ts';

const dataDirectory = temporaryFolder();
const clusterFolder = path.join(dataDirectory, 'postgres');
const lockFile = path.join(dataDirectory, 'postgres.lock');

const start = () => startEmbeddedPostgres({ dataDirectory, settings: NOT_DURABLE });
const readNotes = async (url: string) =>
  (await query(url, 'select text from note order by text')).map((row) => row.text);
const guardOf = (postmasterPid: number) =>
  Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${String(postmasterPid)}/stat`, 'utf8'))?.[1]);

async function expectNextStartToWork(): Promise<void> {
  const postgres = await start();
  expect(await readNotes(postgres.ownerUrl)).toContain('first');
  await postgres.stop();
  expect(postgresProcessesIn(clusterFolder)).toEqual([]);
}

beforeAll(async () => {
  const postgres = await start();
  await query(postgres.ownerUrl, "create table note (text text); insert into note values ('first')");
  await postgres.stop();
});

afterAll(() => {
  rmSync(dataDirectory, { recursive: true, force: true });
});

describe('the embedded PostgreSQL, life and death', () => {
  it('keeps data and passwords from one start to the next', async () => {
    const postgres = await start();
    const ownerPassword = new URL(postgres.ownerUrl).password;
    await query(postgres.ownerUrl, "insert into note values ('second')");
    await postgres.stop();
    const again = await start();
    expect(await readNotes(again.ownerUrl)).toEqual(['first', 'second']);
    expect(new URL(again.ownerUrl).password).toBe(ownerPassword);
    await again.stop();
    await again.stop();
  });

  it('refuses a second start on the same folder with exit code 3 and a message that names the process', async () => {
    const postgres = await start();
    const second = startChild({ dataDirectory });
    const refusal = await second.heard('refused');
    expect(refusal).toMatchObject({ name: 'AlreadyRunningError', reason: 'ALREADY_RUNNING' });
    expect(refusal.message).toContain(`process ${String(process.pid)}`);
    expect(refusal.message).toContain(dataDirectory);
    expect(refusal.message).toContain('DATA_DIR');
    expect(await second.exitCode).toBe(3);
    await expect(start()).rejects.toMatchObject({ name: 'AlreadyRunningError', exitCode: 3 });
    await expect(removeEmbeddedPostgres(dataDirectory)).rejects.toMatchObject({ reason: 'ALREADY_RUNNING' });
    expect(await readNotes(postgres.ownerUrl)).toContain('first');
    await postgres.stop();
  });

  it('lets one of two simultaneous starts through', async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(started).toHaveLength(1);
    for (const postgres of started) await postgres.stop();
  });

  it('leaves no PostgreSQL when Node is killed, and starts again', async () => {
    const child = startChild({ dataDirectory });
    await child.heard('ready');
    expect(postgresProcessesIn(clusterFolder)).not.toEqual([]);
    child.kill('SIGKILL');
    await eventually(() => postgresProcessesIn(clusterFolder).length === 0);
    await expectNextStartToWork();
  });

  it('starts again at once after Node is killed, while the old PostgreSQL is still stopping', async () => {
    const child = startChild({ dataDirectory });
    const { ownerUrl } = await child.heard('ready');
    await runEndlessly(ownerUrl);
    child.kill('SIGKILL');
    await child.exitCode;
    await expectNextStartToWork();
  });

  it('stops a PostgreSQL that outlived Node and its guard, and starts again', async () => {
    const child = startChild({ dataDirectory });
    await child.heard('ready');
    const orphan = readPostmaster(clusterFolder)?.pid ?? 0;
    const guard = guardOf(orphan);
    process.kill(guard, 'SIGSTOP');
    child.kill('SIGKILL');
    await child.exitCode;
    process.kill(guard, 'SIGKILL');
    expect(processStartMark(orphan)).toBeDefined();
    await expectNextStartToWork();
    expect(processStartMark(orphan)).toBeUndefined();
  });

  it('tells when PostgreSQL is killed; the next start ends its busy children and recovers', async () => {
    const child = startChild({ dataDirectory, settings: { ...NOT_DURABLE, synchronous_commit: 'on' } });
    const { ownerUrl } = await child.heard('ready');
    await query(ownerUrl, "insert into note values ('just before the crash')");
    const busy = await runEndlessly(ownerUrl);
    const { pid = 0 } = readPostmaster(clusterFolder) ?? {};
    process.kill(pid, 'SIGKILL');
    await child.heard('ended');
    child.kill('SIGKILL');
    const postgres = await start();
    expect(processStartMark(busy)).toBeUndefined();
    expect(await readNotes(postgres.ownerUrl)).toContain('just before the crash');
    await postgres.stop();
  });

  it('stops PostgreSQL and tells when the guard is killed', async () => {
    const child = startChild({ dataDirectory });
    await child.heard('ready');
    process.kill(guardOf(readPostmaster(clusterFolder)?.pid ?? 0), 'SIGKILL');
    await child.heard('ended');
    expect(postgresProcessesIn(clusterFolder)).toEqual([]);
    child.kill('SIGKILL');
    await expectNextStartToWork();
  });

  it('starts over stale files whose process numbers now belong to other programs', async () => {
    const stalePostmaster = [process.ppid, clusterFolder, 1, 5432, '', '127.0.0.1', '1 1', 'ready'].join(
      '\n',
    );
    writeFileSync(path.join(clusterFolder, 'postmaster.pid'), `${stalePostmaster}\n`);
    writeFileSync(lockFile, JSON.stringify({ pid: process.ppid, startMark: 'long ago', sinceAt: 'then' }));
    await expectNextStartToWork();
    writeFileSync(lockFile, '');
    await expectNextStartToWork();
  });

  it('stops within 5 seconds though a client is busy', async () => {
    const postgres = await start();
    await runEndlessly(postgres.ownerUrl);
    const began = performance.now();
    await postgres.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(postgresProcessesIn(clusterFolder)).toEqual([]);
  });

  it('stops within 5 seconds though a PostgreSQL process hangs', async () => {
    const postgres = await start();
    process.kill(await runEndlessly(postgres.ownerUrl), 'SIGSTOP');
    const began = performance.now();
    await postgres.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(postgresProcessesIn(clusterFolder)).toEqual([]);
    await expectNextStartToWork();
  });

  it('stops within 5 seconds though the guard hangs', async () => {
    const postgres = await start();
    process.kill(guardOf(readPostmaster(clusterFolder)?.pid ?? 0), 'SIGSTOP');
    const began = performance.now();
    await postgres.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(postgresProcessesIn(clusterFolder)).toEqual([]);
    await expectNextStartToWork();
  });

  it('takes another port when the one it found was taken meanwhile', async () => {
    const rival = createServer();
    const takenPort = await freePort();
    await new Promise<void>((resolve) => rival.listen(takenPort, '127.0.0.1', resolve));
    const ports = [takenPort];
    const choosePort = async () => ports.shift() ?? (await freePort());
    const postgres = await startEmbeddedPostgres({ dataDirectory, settings: NOT_DURABLE, choosePort });
    expect(postgres.port).not.toBe(takenPort);
    expect(await readNotes(postgres.ownerUrl)).toContain('first');
    await postgres.stop();
    rival.close();
  });

  it('shows what PostgreSQL said when it does not start, and frees the folder', async () => {
    const settings = { shared_buffers: 'plenty' };
    await expect(startEmbeddedPostgres({ dataDirectory, settings })).rejects.toMatchObject({
      reason: 'START_FAILED',
      message: expect.stringContaining('shared_buffers') as string,
    });
    await expectNextStartToWork();
  });

  it('asks for the password file when it is missing or another cluster’s', async () => {
    const file = path.join(dataDirectory, 'postgres.secret.json');
    const kept = readFileSync(file, 'utf8');
    rmSync(file);
    await expect(start()).rejects.toMatchObject({ reason: 'SECRETS_MISSING' });
    writeFileSync(file, kept.replace(/"postgres": "[^"]+"/, '"postgres": "wrong"'));
    await expect(start()).rejects.toMatchObject({ reason: 'SECRETS_MISSING' });
    writeFileSync(file, kept, { mode: 0o600 });
    await expectNextStartToWork();
  });

  it('starts anew after Node is killed while the cluster is being made', async () => {
    const folder = temporaryFolder();
    const child = startChild({ dataDirectory: folder });
    const drafts = () => readdirSync(folder).filter((name) => name.startsWith('postgres.new-'));
    await eventually(() => drafts().length > 1);
    child.kill('SIGKILL');
    await child.exitCode;
    expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
    const postgres = await startEmbeddedPostgres({ dataDirectory: folder, settings: NOT_DURABLE });
    expect(drafts()).toEqual([]);
    await postgres.stop();
    writeFileSync(path.join(folder, 'mine.txt'), 'kept');
    await removeEmbeddedPostgres(folder);
    expect(readdirSync(folder)).toEqual(['mine.txt']);
    await removeEmbeddedPostgres(path.join(folder, 'absent'));
    rmSync(folder, { recursive: true });
  });
});

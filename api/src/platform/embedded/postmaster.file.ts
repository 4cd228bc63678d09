import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPostgresIn, postgresProcessesIn } from './process.table.ts';

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

export interface ClearingOptions {
  log: (line: string) => void;
  /** Kill at once what is left: the time for an orderly end is over. */
  hurried?: boolean;
}

/** Above every possible process number (Linux allows 2^22), so PostgreSQL finds it dead. */
const DEAD_PID = 2_147_483_646;
const STEP_MILLISECONDS = 50;

/** Reads `postmaster.pid` (line 1 process, 4 port, 8 state); undefined when there is none. */
export function readPostmaster(clusterFolder: string): Postmaster | undefined {
  const lines = readLines(clusterFolder);
  if (lines === undefined) return undefined;
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Clears what a killed run left: stops a PostgreSQL whose Kotoverkko is gone, its orphaned children, and makes a
 * stale `postmaster.pid` harmless. Call it only while holding the folder's lock.
 */
export async function clearLeftovers(clusterFolder: string, options: ClearingOptions): Promise<void> {
  const { log, hurried = false } = options;
  const postmaster = readPostmaster(clusterFolder);
  if (postmaster !== undefined && isPostgresIn(postmaster.pid, clusterFolder)) {
    log(`Stopping PostgreSQL (process ${String(postmaster.pid)}) left by a run that ended abruptly`);
    await stopPostmaster(postmaster.pid, clusterFolder, hurried);
  }
  for (const pid of postgresProcessesIn(clusterFolder)) {
    if (await isGone(pid, clusterFolder, hurried ? 0 : 500)) continue;
    log(`Ending PostgreSQL child process ${String(pid)} left by a run that ended abruptly`);
    send(pid, 'SIGKILL');
    await isGone(pid, clusterFolder, 300);
  }
  disarmPostmasterFile(clusterFolder);
}

async function stopPostmaster(pid: number, clusterFolder: string, hurried: boolean): Promise<void> {
  // A guard may be at it already: signals sent twice do no harm.
  const steps = [
    { signal: 'SIGINT', milliseconds: 3_000 },
    { signal: 'SIGQUIT', milliseconds: 1_200 },
    { signal: 'SIGKILL', milliseconds: 300 },
  ] as const;
  for (const { signal, milliseconds } of hurried ? steps.slice(-1) : steps) {
    send(pid, signal);
    if (await isGone(pid, clusterFolder, milliseconds)) return;
  }
}

async function isGone(pid: number, clusterFolder: string, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += STEP_MILLISECONDS) {
    if (!isPostgresIn(pid, clusterFolder)) return true;
    await sleep(STEP_MILLISECONDS);
  }
  return !isPostgresIn(pid, clusterFolder);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

/**
 * The number in a stale file may be another program's by now, and PostgreSQL would refuse to start. The file is not
 * deleted: its other lines let PostgreSQL check that no process is still attached to the old shared memory.
 */
function disarmPostmasterFile(clusterFolder: string): void {
  const lines = readLines(clusterFolder);
  if (lines === undefined) return;
  writeFileSync(postmasterFile(clusterFolder), [String(DEAD_PID), ...lines.slice(1)].join('\n'));
}

function readLines(clusterFolder: string): string[] | undefined {
  try {
    return readFileSync(postmasterFile(clusterFolder), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

function postmasterFile(clusterFolder: string): string {
  return path.join(clusterFolder, 'postmaster.pid');
}

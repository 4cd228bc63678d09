import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { systemErrorCode } from './embedded-postgres.errors.ts';

/**
 * A word that tells this process from a later one with the same number; empty where the platform has none.
 * Undefined: no such process (a zombie counts as gone).
 */
export function processStartMark(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStartMark(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemErrorCode(error) !== 'EPERM') return undefined;
  }
  if (process.platform === 'win32') return '';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}

function linuxStartMark(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // proc(5): the name stands in brackets and may hold spaces; state is field 3, start time field 22.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return fields[19] ?? '';
  } catch {
    return undefined;
  }
}

/** Whether the process is a PostgreSQL that works in the cluster's folder. */
export function isPostgresIn(pid: number, clusterFolder: string): boolean {
  if (processStartMark(pid) === undefined) return false;
  if (process.platform === 'linux') {
    const folder = readLink(`/proc/${String(pid)}/cwd`);
    const program = readLink(`/proc/${String(pid)}/exe`);
    return folder === clusterFolder && program !== undefined && path.basename(program) === 'postgres';
  }
  if (process.platform === 'win32') {
    const list = spawnSync('tasklist', ['/FI', `PID eq ${String(pid)}`, '/NH'], { encoding: 'utf8' });
    return list.stdout.includes('postgres.exe');
  }
  const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return command.includes('postgres') && command.includes(clusterFolder);
}

/** Every PostgreSQL process of the cluster, children left behind by a killed one included (Linux only). */
export function postgresProcessesIn(clusterFolder: string): number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => isPostgresIn(pid, clusterFolder));
}

function readLink(target: string): string | undefined {
  try {
    return readlinkSync(target);
  } catch {
    return undefined;
  }
}

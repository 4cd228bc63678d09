import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AlreadyRunningError, systemErrorCode } from './embedded-postgres.errors.ts';
import { processStartMark } from './process.table.ts';

/** Our hold on a data folder; it ends with `release` or, found by the next start, with our process. */
export interface FolderLock {
  release(): void;
}

interface LockOwner {
  pid: number;
  startMark: string;
  sinceAt: string;
}

/**
 * Takes the data folder for this process. The lock of a dead process is taken over.
 * @throws AlreadyRunningError while another process (or this one) holds it
 */
export function lockFolder(dataDirectory: string): FolderLock {
  const lockFile = path.join(dataDirectory, 'postgres.lock');
  const owner: LockOwner = {
    pid: process.pid,
    startMark: processStartMark(process.pid) ?? '',
    sinceAt: new Date().toISOString(),
  };
  const content = JSON.stringify(owner);
  const draft = `${lockFile}.${String(process.pid)}`;
  writeFileSync(draft, content);
  try {
    while (!createOnce(draft, lockFile)) removeIfStale(lockFile, dataDirectory);
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release: () => {
      if (readText(lockFile) === content) rmSync(lockFile, { force: true });
    },
  };
}

/** Makes the lock file with its whole content in one step; false when there is one. */
function createOnce(draft: string, lockFile: string): boolean {
  try {
    linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
  }
  try {
    // Some file systems have no hard links.
    copyFileSync(draft, lockFile, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function removeIfStale(lockFile: string, dataDirectory: string): void {
  const seen = readText(lockFile);
  if (seen === undefined) return;
  const owner = parseOwner(seen);
  if (owner !== undefined && processStartMark(owner.pid) === owner.startMark) {
    throw new AlreadyRunningError(dataDirectory, owner.pid, owner.sinceAt);
  }
  // Another start may have replaced the stale lock since we read it: look at what we moved away.
  const moved = `${lockFile}.stale-${String(process.pid)}`;
  try {
    renameSync(lockFile, moved);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (readText(moved) !== seen) createOnce(moved, lockFile);
  rmSync(moved, { force: true });
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parseOwner(text: string): LockOwner | undefined {
  try {
    const value = JSON.parse(text) as Partial<LockOwner> | null;
    const { pid, startMark, sinceAt } = value ?? {};
    if (pid === undefined || startMark === undefined || sinceAt === undefined) return undefined;
    return { pid, startMark, sinceAt };
  } catch {
    return undefined;
  }
}

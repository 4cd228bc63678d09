import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError, systemErrorCode } from './embedded-postgres.errors.ts';
import type { NativeBinaries } from './native.binaries.ts';
import { startGuarded } from './process.guard.ts';
import { giveFiles, type ProcessIdentity } from './process.identity.ts';

export function clusterFolderOf(dataDirectory: string): string {
  return path.join(dataDirectory, 'postgres');
}

export function clusterExists(dataDirectory: string): boolean {
  return existsSync(path.join(clusterFolderOf(dataDirectory), 'PG_VERSION'));
}

/** Makes the data folder and proves that we can write in it. @throws EmbeddedPostgresError FOLDER_NOT_WRITABLE */
export function prepareDataDirectory(dataDirectory: string): void {
  const probe = path.join(dataDirectory, `postgres.probe-${String(process.pid)}`);
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o755 });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new EmbeddedPostgresError(
      'FOLDER_NOT_WRITABLE',
      `Kotoverkko keeps its data in ${dataDirectory}, but cannot write there (${systemErrorCode(error) ?? 'unknown error'}). ` +
        'Give this user the right to write there, or set DATA_DIR to a folder it can write.',
    );
  }
}

interface InitialisationOptions {
  dataDirectory: string;
  binaries: NativeBinaries;
  identity: ProcessIdentity;
  superuserPassword: string;
  durable: boolean;
  log: (line: string) => void;
}

/**
 * Makes the cluster in a folder of another name and renames it when complete, so a cluster is whole or absent.
 * @throws EmbeddedPostgresError INITIALISATION_FAILED
 */
export async function initialiseCluster(options: InitialisationOptions): Promise<void> {
  const { dataDirectory, binaries, identity } = options;
  removeDrafts(dataDirectory);
  const draft = `${clusterFolderOf(dataDirectory)}.new-${String(process.pid)}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  chmodSync(draft, 0o700);
  writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 });
  giveFiles(draft, identity);
  giveFiles(passwordFile, identity);
  const initdb = startGuarded({
    command: [binaries.initdb, ...initdbArguments(draft, passwordFile, options.durable)],
    identity,
    environment: binaries.environment,
    workingFolder: dataDirectory,
    pgCtl: binaries.pgCtl,
    log: () => undefined,
  });
  const { code, output } = await initdb.exited;
  rmSync(passwordFile, { force: true });
  if (code !== 0) {
    removeDrafts(dataDirectory);
    throw new EmbeddedPostgresError(
      'INITIALISATION_FAILED',
      `PostgreSQL could not make its database folder in ${dataDirectory}:\n${output}`,
    );
  }
  try {
    renameSync(draft, clusterFolderOf(dataDirectory));
  } catch {
    removeDrafts(dataDirectory);
    throw new EmbeddedPostgresError(
      'INITIALISATION_FAILED',
      `${clusterFolderOf(dataDirectory)} holds files that are no PostgreSQL database. Move them away and start again.`,
    );
  }
  options.log('Made a new PostgreSQL database folder');
}

function initdbArguments(folder: string, passwordFile: string, durable: boolean): string[] {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  return [`--pgdata=${folder}`, ...locale, ...access, ...(durable ? [] : ['--no-sync'])];
}

/** Removes what an interrupted initialisation left. */
export function removeDrafts(dataDirectory: string): void {
  const drafts = readdirSync(dataDirectory).filter((name) => name.startsWith('postgres.new-'));
  for (const name of drafts) {
    rmSync(path.join(dataDirectory, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

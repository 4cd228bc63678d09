import { existsSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { clusterUrls, type ClusterConnection, type ClusterUrls } from './cluster.connection.ts';
import {
  clusterExists,
  clusterFolderOf,
  initialiseCluster,
  prepareDataDirectory,
  removeDrafts,
} from './cluster.folder.ts';
import { bootstrapRoles } from './cluster.roles.ts';
import { loadSecrets, secretsFileOf } from './cluster.secrets.ts';
import { freePort, startServer } from './cluster.server.ts';
import { setUpTls, type ServerCertificate } from './cluster.tls.ts';
import { lockFolder, type FolderLock } from './folder.lock.ts';
import { locateNativeFolder, prepareBinaries } from './native.binaries.ts';
import { clearLeftovers } from './postmaster.file.ts';
import type { GuardedExit, GuardedProcess } from './process.guard.ts';
import { chooseIdentity, giveFiles, type IdentityName } from './process.identity.ts';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster (`postgres/`), its passwords (`postgres.secret.json`) and the lock; made when absent. */
  dataDirectory: string;
  /** Called with each line PostgreSQL or the launcher has to say. */
  log?: (line: string) => void;
  /** PostgreSQL settings on top of our own, e.g. `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>;
  /** Called once if PostgreSQL ends without `stop()`; the folder is free again by then. */
  onExit?: (exit: GuardedExit) => void;
  /** Accept TLS connections only, with this certificate. */
  certificate?: ServerCertificate;
  /** Remove the whole data directory when PostgreSQL ends, also when our process is killed. */
  throwaway?: boolean;
  /** Proposes a port of 127.0.0.1, again when the first is taken; any free one when absent. */
  choosePort?: () => Promise<number>;
  /** As whom PostgreSQL runs; found out when absent. */
  identity?: IdentityName;
  /** Folder with `bin`, `lib` and `share` of PostgreSQL; the installed package's when absent. */
  nativeFolder?: string;
}

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres extends ClusterUrls {
  port: number;
  /** The cluster's folder. */
  dataFolder: string;
  /** Plain data from which `clusterUrls` makes the same URLs in another process. */
  connection: ClusterConnection;
  /** Stops PostgreSQL within 5 seconds and frees the folder; may be called again. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, making the cluster, its roles and the hub's database the first time and
 * recovering what a killed run left. It ends with our process, however that ends.
 * @throws AlreadyRunningError another process uses the folder
 * @throws EmbeddedPostgresError with a message that names the remedy
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  prepareDataDirectory(path.resolve(options.dataDirectory));
  // Without links: PostgreSQL processes are known by the folder they work in.
  const dataDirectory = realpathSync(options.dataDirectory);
  const lock = lockFolder(dataDirectory);
  try {
    return await startLocked({ ...options, dataDirectory }, lock);
  } catch (error) {
    lock.release();
    if (options.throwaway === true) rmSync(dataDirectory, { recursive: true, force: true });
    throw error;
  }
}

async function startLocked(options: EmbeddedPostgresOptions, lock: FolderLock): Promise<EmbeddedPostgres> {
  const { dataDirectory, log = () => undefined } = options;
  const clusterFolder = clusterFolderOf(dataDirectory);
  await clearLeftovers(clusterFolder, { log });
  const nativeFolder = options.nativeFolder ?? locateNativeFolder();
  const binaries = prepareBinaries(nativeFolder, linksFolderOf(dataDirectory));
  const identity = chooseIdentity(binaries, dataDirectory, options.identity);
  const secrets = loadSecrets(dataDirectory, clusterExists(dataDirectory));
  const durable = options.settings?.fsync !== 'off';
  if (!clusterExists(dataDirectory)) {
    const superuserPassword = secrets.postgres;
    await initialiseCluster({ dataDirectory, binaries, identity, superuserPassword, durable, log });
  }
  giveFiles(clusterFolder, identity);
  const tls = options.certificate && setUpTls(clusterFolder, options.certificate, identity);
  const settings = { ...tls?.settings, ...options.settings };
  const removeFolder = options.throwaway === true ? dataDirectory : undefined;
  const { choosePort = freePort } = options;
  const server = await startServer({
    clusterFolder,
    binaries,
    identity,
    settings,
    removeFolder,
    choosePort,
    log,
  });
  const connection = { port: server.port, secrets, certificateFile: tls?.certificateFile };
  const urls = clusterUrls(connection);
  try {
    await bootstrapRoles(urls.superuserUrl('postgres'), secrets);
  } catch (error) {
    await server.process.stop();
    throw error;
  }
  const stop = watchServer(server.process, clusterFolder, lock, options);
  return { ...urls, port: server.port, dataFolder: clusterFolder, connection, stop };
}

/** Frees the folder however the server ends, and tells when it ends unasked. Returns the stop function. */
function watchServer(
  server: GuardedProcess,
  clusterFolder: string,
  lock: FolderLock,
  options: EmbeddedPostgresOptions,
): () => Promise<void> {
  let stopping = false;
  const ended = server.exited.then(async (exit) => {
    // The guard itself may have been killed, with PostgreSQL still running.
    await clearLeftovers(clusterFolder, { log: options.log ?? (() => undefined), hurried: stopping });
    lock.release();
    if (options.throwaway === true) rmSync(options.dataDirectory, { recursive: true, force: true });
    if (!stopping) options.onExit?.(exit);
  });
  server.release();
  return async () => {
    stopping = true;
    await server.stop();
    await ended;
  };
}

/**
 * Removes the embedded database with its passwords; nothing else of the data folder.
 * @throws AlreadyRunningError while a process uses it
 */
export async function removeEmbeddedPostgres(dataDirectory: string): Promise<void> {
  if (!existsSync(dataDirectory)) return;
  prepareDataDirectory(path.resolve(dataDirectory));
  const folder = realpathSync(dataDirectory);
  const lock = lockFolder(folder);
  try {
    await clearLeftovers(clusterFolderOf(folder), { log: () => undefined });
    removeDrafts(folder);
    for (const target of [clusterFolderOf(folder), linksFolderOf(folder), secretsFileOf(folder)]) {
      rmSync(target, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  } finally {
    lock.release();
  }
}

function linksFolderOf(dataDirectory: string): string {
  return path.join(dataDirectory, 'postgres.libraries');
}

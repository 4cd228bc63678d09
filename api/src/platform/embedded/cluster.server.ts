import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres.errors.ts';
import type { NativeBinaries } from './native.binaries.ts';
import { clearLeftovers, readPostmaster } from './postmaster.file.ts';
import { startGuarded, type GuardedExit, type GuardedProcess } from './process.guard.ts';
import type { ProcessIdentity } from './process.identity.ts';

export interface ServerOptions {
  clusterFolder: string;
  binaries: NativeBinaries;
  identity: ProcessIdentity;
  settings: Record<string, string>;
  /** Removed when the server was stopped by us or by our end. */
  removeFolder: string | undefined;
  /** A port of 127.0.0.1 to try; asked again when it turns out to be taken. */
  choosePort: () => Promise<number>;
  log: (line: string) => void;
}

export interface ClusterServer {
  port: number;
  process: GuardedProcess;
}

const ATTEMPTS = 8;
/** Recovery after a crash may have much to replay. */
const READY_MILLISECONDS = 300_000;
const STEP_MILLISECONDS = 25;

/** On the command line, so that every start has today's values whatever the cluster's own files say. */
const OWN_SETTINGS = {
  listen_addresses: '127.0.0.1',
  // The path of a socket has a low limit, and the data folder may lie deep.
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_checkpoints: 'off',
  // Statements, details and the messages of failed statements can bear personal data: they stay out of the log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * Starts PostgreSQL on a port of 127.0.0.1 and waits until it takes connections.
 * @throws EmbeddedPostgresError START_FAILED with the last lines PostgreSQL wrote
 */
export async function startServer(options: ServerOptions): Promise<ClusterServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await options.choosePort();
    const server = startPostgres(options, port);
    const failure = await waitUntilReady(server, options.clusterFolder, port);
    if (failure === undefined) return { port, process: server };
    if (attempt === ATTEMPTS || !isPassing(failure.output))
      throw startFailure(options.clusterFolder, failure);
    options.log('PostgreSQL could not start, trying again');
    await clearLeftovers(options.clusterFolder, { log: options.log });
    await sleep(100 * attempt);
  }
}

function startPostgres(options: ServerOptions, port: number): GuardedProcess {
  const { binaries, clusterFolder } = options;
  const settings = { ...OWN_SETTINGS, ...options.settings, port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return startGuarded({
    command: [binaries.postgres, '-D', clusterFolder, ...flags],
    identity: options.identity,
    environment: binaries.environment,
    workingFolder: clusterFolder,
    pgCtl: binaries.pgCtl,
    removeFolder: options.removeFolder,
    log: options.log,
  });
}

/** Undefined when ready; else how it ended. The state is read from the file, so a foreign server cannot mislead us. */
async function waitUntilReady(
  server: GuardedProcess,
  clusterFolder: string,
  port: number,
): Promise<GuardedExit | undefined> {
  const deadline = performance.now() + READY_MILLISECONDS;
  while (performance.now() < deadline) {
    const postmaster = readPostmaster(clusterFolder);
    if (postmaster?.ready === true && postmaster.port === port) return undefined;
    const ended = await Promise.race([server.exited, sleep(STEP_MILLISECONDS)]);
    if (ended !== undefined) return ended;
  }
  const { code, output } = await server.stop();
  return { code, output: `${output}\nnot ready after ${String(READY_MILLISECONDS / 1000)} seconds` };
}

/** A taken port, or a process of the run before that has not quite gone. */
function isPassing(output: string): boolean {
  return /could not (bind|create any TCP)|lock file .* already exists|shared memory block/.test(output);
}

function startFailure(clusterFolder: string, failure: GuardedExit): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'START_FAILED',
    `PostgreSQL did not start on ${clusterFolder} (exit code ${String(failure.code)}):\n${failure.output}`,
  );
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port of 127.0.0.1 is free');
  return address.port;
}

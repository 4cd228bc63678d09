import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ProcessIdentity } from './process.identity.ts';

/** A program that cannot outlive us: a guard process stops it when our end of a pipe closes, even by kill -9. */
export interface GuardedProcess {
  /** Settles when program and guard are gone. */
  exited: Promise<GuardedExit>;
  /** Lets the guard stop the program: fast, then immediate, then kill. Settles within 5 seconds. */
  stop(): Promise<GuardedExit>;
  /** From now on the program does not keep our process alive. */
  release(): void;
}

export interface GuardedExit {
  code: number;
  /** The last lines of output. */
  output: string;
}

export interface GuardedCommand {
  command: string[];
  identity: ProcessIdentity;
  environment: Record<string, string>;
  workingFolder: string;
  /** pg_ctl, which carries signals on Windows. */
  pgCtl: string;
  log: (line: string) => void;
  /** Removed when the program was stopped by `stop` or by our end. */
  removeFolder?: string | undefined;
}

const FAST_MILLISECONDS = 2_500;
const IMMEDIATE_MILLISECONDS = 3_400;
const GUARD_MILLISECONDS = 3_800;
const KEPT_LINES = 30;

/**
 * The guard's program is text, since the bundled server has no file of its own to start. It ignores signals (a service
 * manager sends them to the whole group): only the pipe counts.
 */
const GUARD_SOURCE = `
const { spawn, spawnSync } = require('node:child_process');
const { rmSync } = require('node:fs');
const plan = JSON.parse(process.argv[1]);
process.title = 'kotoverkko-postgres-guard';
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
const [command, ...rest] = plan.command;
const child = spawn(command, rest, { ...plan.options, stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });
const signal = (name) => process.platform === 'win32' && name !== 'SIGKILL'
  ? spawnSync(plan.pgCtl, ['kill', name.slice(3), String(child.pid)], { stdio: 'ignore' })
  : child.kill(name);
let stopping = false;
const end = (code) => {
  if (stopping && plan.removeFolder) rmSync(plan.removeFolder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
};
child.on('error', (error) => { console.error(error.message); end(127); });
child.on('exit', (code) => end(code ?? 128));
const stop = () => {
  if (stopping) return;
  stopping = true;
  signal('SIGINT');
  setTimeout(() => signal('SIGQUIT'), plan.fast);
  setTimeout(() => signal('SIGKILL'), plan.immediate);
};
for (const event of ['end', 'close', 'error']) process.stdin.on(event, stop);
process.stdin.resume();
`;

/** Starts the command under a guard, in a session of its own so that a terminal's Ctrl+C does not reach it. */
export function startGuarded(guarded: GuardedCommand): GuardedProcess {
  const { identity, environment } = guarded;
  const user = identity.userId === undefined ? {} : { uid: identity.userId, gid: identity.userId };
  const plan = {
    command: [...identity.prefix, ...guarded.command],
    options: { ...user, cwd: guarded.workingFolder },
    pgCtl: guarded.pgCtl,
    removeFolder: guarded.removeFolder,
    fast: FAST_MILLISECONDS,
    immediate: IMMEDIATE_MILLISECONDS,
  };
  const nodeArguments = ['--input-type=commonjs', '--eval', GUARD_SOURCE, '--', JSON.stringify(plan)];
  const guard = spawn(process.execPath, nodeArguments, {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: guarded.workingFolder,
    env: environment,
    windowsHide: true,
  });
  guard.stdin.on('error', () => undefined);
  const exited = collectExit(guard, [guard.stdout, guard.stderr], guarded.log);
  const handles = [guard, guard.stdin, guard.stdout, guard.stderr];
  return {
    exited,
    stop: () => {
      setReferenced(handles, true);
      guard.stdin.end();
      const timer = setTimeout(() => guard.kill('SIGKILL'), GUARD_MILLISECONDS);
      return exited.finally(() => {
        clearTimeout(timer);
      });
    },
    release: () => {
      setReferenced(handles, false);
    },
  };
}

function collectExit(
  guard: ChildProcess,
  streams: Readable[],
  log: (line: string) => void,
): Promise<GuardedExit> {
  const lines: string[] = [];
  for (const stream of streams) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      log(line);
    });
  }
  const { promise, resolve } = Promise.withResolvers<GuardedExit>();
  guard.on('error', (error) => {
    resolve({ code: 127, output: error.message });
  });
  // "exit" may come before the last output, and "close" never while a stray grandchild holds the pipe.
  guard.on('exit', (code) => {
    setTimeout(() => {
      resolve({ code: code ?? 128, output: lines.join('\n') });
    }, 20);
  });
  return promise;
}

function setReferenced(handles: object[], referenced: boolean): void {
  for (const handle of handles) {
    const name = referenced ? 'ref' : 'unref';
    const method: unknown = Reflect.get(handle, name);
    if (typeof method === 'function') Reflect.apply(method, handle, []);
  }
}

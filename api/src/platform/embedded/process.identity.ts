import { spawnSync } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.errors.ts';
import type { NativeBinaries } from './native.binaries.ts';

/** direct: as we are; namespace: a user namespace in which we are user 65534; nobody: really as user 65534. */
export type IdentityName = 'direct' | 'namespace' | 'nobody';

/** As whom the PostgreSQL programs run: PostgreSQL refuses to run as root. */
export interface ProcessIdentity {
  name: IdentityName;
  /** Words to put before the command. */
  prefix: string[];
  /** User and group to switch to; undefined keeps ours. */
  userId: number | undefined;
  /** Owner the cluster's files must have; undefined where the platform has no such number (Windows). */
  filesOwner: number | undefined;
}

/** The user that owns nothing, by Linux convention. */
const NOBODY = 65534;

/**
 * Picks the first way that works here; `forced` is for tests.
 * @throws EmbeddedPostgresError FOLDER_UNREACHABLE when none does, with the remedy
 */
export function chooseIdentity(
  binaries: NativeBinaries,
  dataDirectory: string,
  forced?: IdentityName,
): ProcessIdentity {
  const candidates = forced === undefined ? candidateNames() : [forced];
  for (const name of candidates) {
    const identity = describe(name);
    if (name === 'direct' || canRun(identity, binaries, dataDirectory)) return identity;
  }
  throw new EmbeddedPostgresError('FOLDER_UNREACHABLE', unreachableMessage(binaries, dataDirectory));
}

function candidateNames(): IdentityName[] {
  if (process.getuid?.() === 0) return ['namespace', 'nobody'];
  // initdb wants a name for its user: containers may run us as a number without an entry in /etc/passwd.
  return hasUserName() ? ['direct'] : ['namespace', 'direct'];
}

function hasUserName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function describe(name: IdentityName): ProcessIdentity {
  if (name === 'nobody') return { name, prefix: [], userId: NOBODY, filesOwner: NOBODY };
  const prefix = name === 'namespace' ? ['unshare', '-U', `--map-user=${String(NOBODY)}`] : [];
  return { name, prefix, userId: undefined, filesOwner: process.getuid?.() };
}

/** Whether the programs start under this identity and the data folder can be entered. */
function canRun(identity: ProcessIdentity, binaries: NativeBinaries, dataDirectory: string): boolean {
  const script = '"$0" --version >/dev/null && test -x "$1"';
  const [command = 'sh', ...rest] = [
    ...identity.prefix,
    'sh',
    '-c',
    script,
    binaries.postgres,
    dataDirectory,
  ];
  const user = identity.userId === undefined ? {} : { uid: identity.userId, gid: identity.userId };
  const probe = spawnSync(command, rest, { ...user, cwd: '/', env: binaries.environment, stdio: 'ignore' });
  return probe.status === 0;
}

function unreachableMessage(binaries: NativeBinaries, dataDirectory: string): string {
  const closed = closedFolder(dataDirectory) ?? closedFolder(path.dirname(binaries.postgres));
  const reason =
    closed === undefined
      ? `it could not be started as user ${String(NOBODY)} either`
      : `the folder ${closed} is closed to other users`;
  const opening = closed === undefined ? '' : `, open that folder with "chmod o+x ${closed}"`;
  return (
    `PostgreSQL does not run as root; user namespaces are forbidden here, and ${reason}. ` +
    `Start Kotoverkko as an ordinary user${opening}, set DATA_DIR to a folder outside it, ` +
    'or set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_SEALER_URL to a PostgreSQL of your own.'
  );
}

/** The first folder on the way to `target` that others may not enter. */
function closedFolder(target: string): string | undefined {
  const parent = path.dirname(target);
  const above = parent === target ? undefined : closedFolder(parent);
  if (above !== undefined) return above;
  return (lstatSync(target).mode & 0o001) === 0 ? target : undefined;
}

/**
 * Gives the files to the identity's user: a folder may have been started in another way before.
 * @throws EmbeddedPostgresError FOLDER_NOT_OWNED when they are another user's and we are not root
 */
export function giveFiles(target: string, identity: ProcessIdentity): void {
  const owner = identity.filesOwner;
  if (owner === undefined || lstatSync(target).uid === owner) return;
  if (process.getuid?.() !== 0) {
    throw new EmbeddedPostgresError(
      'FOLDER_NOT_OWNED',
      `The database folder ${target} belongs to user ${String(lstatSync(target).uid)}, we are user ${String(owner)}. ` +
        `Start as that user, run "sudo chown -R ${String(owner)} ${path.dirname(target)}", or set DATA_DIR to another folder.`,
    );
  }
  // The top folder last: it is what the check above looks at if this is interrupted.
  if (lstatSync(target).isDirectory()) {
    for (const entry of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
      lchownSync(path.join(target, entry), owner, owner);
    }
  }
  lchownSync(target, owner, owner);
}

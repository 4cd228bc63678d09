import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MasterKey } from './platform/crypto/crypto.ts';
import type { Env } from './platform/env.ts';

/** The master keys of the settings; in the embedded mode one is made at the first start and kept in the data folder. */
export const masterKeysOf = (env: Env): readonly [MasterKey, ...MasterKey[]] => {
  const [first, ...others] = env.masterKeys ?? [];
  if (first) return [first, ...others];
  const file = path.join(env.dataDirectory, 'master.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return [{ id: 'embedded', key: Buffer.from(readFileSync(file, 'utf8'), 'base64') }];
};

import { createHash } from 'node:crypto';
import type { MasterKey } from '../src/platform/crypto/crypto.ts';
import { readEnv } from '../src/platform/env.ts';

/** The settings that tests run with; limits are out of the way but where a test is about them. */
export const testEnv = readEnv({
  PUBLIC_URL: 'http://hub.test',
  RATE_LIMIT_PER_ADDRESS: '1000000',
  RATE_LIMIT_PER_ACCOUNT: '1000000',
  RATE_LIMIT_COST: '1000000000',
  LOG_LEVEL: 'silent',
});

export const testMasterKeys: readonly [MasterKey] = [
  { id: 'test', key: createHash('sha256').update('key for tests').digest() },
];

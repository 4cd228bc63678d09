import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { makeLocalCertificate } from './certificate.maker.ts';
import type { ClusterUrls } from './cluster.connection.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';

export interface TestClusterOptions {
  /** TLS connections only, with a self-signed certificate: stands for a city's own PostgreSQL. */
  ssl?: boolean;
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

/** Safe to lose, so it need not wait for the disk. */
const FAST_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  // Nothing lives long enough to be worth tidying, and there are many databases to look through.
  autovacuum: 'off',
};

/** A throwaway cluster in the system's folder for temporary files; the folder goes when the cluster ends. */
export async function startTestCluster(options: TestClusterOptions = {}): Promise<EmbeddedPostgres> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'kotoverkko-test-'));
  chmodSync(dataDirectory, 0o711);
  return startEmbeddedPostgres({
    dataDirectory,
    throwaway: true,
    settings: { ...FAST_SETTINGS, ...options.settings },
    ...(options.log === undefined ? {} : { log: options.log }),
    ...(options.ssl === true ? { certificate: makeLocalCertificate() } : {}),
  });
}

/**
 * Makes a database owned by hub_owner, as a copy of `template` when given (nobody may be connected to that one).
 * Works in any process with `clusterUrls(connection)`. Returns its URL for hub_owner.
 */
export async function createDatabase(
  cluster: Pick<ClusterUrls, 'appUrl'>,
  name: string,
  template?: string,
): Promise<string> {
  const client = new Client({ connectionString: cluster.appUrl('postgres', 'hub_owner') });
  await client.connect();
  try {
    // A copy of the files: half the time of the usual copy through the log.
    const source = template === undefined ? '' : ` template ${escapeIdentifier(template)} strategy file_copy`;
    await client.query(`create database ${escapeIdentifier(name)}${source}`);
  } finally {
    await client.end();
  }
  return cluster.appUrl(name, 'hub_owner');
}

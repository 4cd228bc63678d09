import type { TestProject } from 'vitest/node';
import { startTestCluster, createDatabase } from '../src/platform/embedded/test-cluster.ts';
import type { EmbeddedPostgres } from '../src/platform/embedded/embedded-postgres.ts';
import { prepareTemplate, templateName } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: EmbeddedPostgres['connection'];
  }
}

/** One real PostgreSQL per run; each test file gets a copy of the migrated template database. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const cluster = await startTestCluster({ settings: { max_connections: '200' } });
  const ownerUrl = await createDatabase(cluster, templateName);
  await prepareTemplate(ownerUrl, cluster.appUrl(templateName, 'hub_app'));
  provide('cluster', cluster.connection);
  return () => cluster.stop();
};

import path from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { migrations } from './migrations.ts';
import { extensions } from './platform/db/grants.ts';
import { ormOptions } from './platform/db/orm-options.ts';
import { createDatabase, startTestCluster } from './platform/embedded/test-cluster.ts';
import { entities } from './rooms.ts';

/**
 * Writes the migration from the last snapshot to the entities, with its new snapshot. It works on a throwaway
 * PostgreSQL, so it needs no running hub and touches no data. Returns what was written.
 */
export const createMigration = async (name: string): Promise<string> => {
  const cluster = await startTestCluster();
  try {
    const url = await createDatabase(cluster, 'migration');
    const options = ormOptions({ url, entities, migrations, poolSize: 2 });
    const folder = path.resolve(import.meta.dirname, '../migrations');
    const open = (snapshot: boolean): Promise<MikroORM> =>
      MikroORM.init({
        ...options,
        migrations: { ...options.migrations, path: folder, pathTs: folder, snapshot },
      });
    // `up` writes the snapshot too, as PostgreSQL spells things: compared with entities, everything would have changed.
    const before = await open(false);
    for (const extension of extensions) {
      await before.em.getConnection().execute(`create extension if not exists ${extension}`);
    }
    if (migrations.length > 0) await before.migrator.up();
    await before.close(true);
    const orm = await open(true);
    try {
      const { fileName, diff } = await orm.migrator.create(folder, false, migrations.length === 0, name);
      if (diff.up.length === 0) return 'The entities and the last migration agree: nothing to write.';
      return `Wrote api/migrations/${fileName}`;
    } finally {
      await orm.close(true);
    }
  } finally {
    await cluster.stop();
  }
};

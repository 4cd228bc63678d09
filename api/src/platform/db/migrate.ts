import { MikroORM } from '@mikro-orm/postgresql';
import { installJobs } from '../jobs/jobs.ts';
import type { Room } from '../room.ts';
import { extensions, grantStatements } from './grants.ts';
import { ormOptions, type EntityList, type MigrationList } from './orm-options.ts';

export interface MigrateOptions {
  /** Connection string of the owner role. */
  readonly ownerUrl: string;
  readonly entities: EntityList;
  readonly rooms: readonly Room[];
  readonly migrations: MigrationList;
}

/**
 * Brings a database to this version: extensions, migrations, job queues, the rooms' own SQL, grants.
 * Forward only; running it again changes nothing. Returns the names of the migrations that ran.
 */
export const migrate = async (options: MigrateOptions): Promise<string[]> => {
  const orm = await MikroORM.init(ormOptions({ url: options.ownerUrl, ...options, poolSize: 2 }));
  try {
    const run = (text: string): Promise<unknown> => orm.em.getConnection().execute(text);
    for (const extension of extensions) await run(`create extension if not exists ${extension}`);
    const done = await orm.migrator.up();
    await installJobs(
      options.ownerUrl,
      options.rooms.flatMap((room) => room.queues ?? []),
    );
    for (const text of options.rooms.flatMap((room) => room.sql ?? [])) await run(text);
    const tables: { name: string }[] = await orm.em
      .getConnection()
      .execute(`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
    for (const text of grantStatements(
      tables.map(({ name }) => name),
      options.rooms,
    ))
      await run(text);
    return done.map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
};

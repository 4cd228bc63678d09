import { Migrator } from '@mikro-orm/migrations';
import {
  defineConfig,
  UnderscoreNamingStrategy,
  type EntitySchema,
  type MigrationObject,
} from '@mikro-orm/postgresql';
import pg from 'pg';

// Entity classes and schemas of every shape; MikroORM checks them at discovery.
export type EntityList = readonly (EntitySchema | (new () => object))[];
export type MigrationList = readonly MigrationObject[];

interface OrmOptions {
  readonly url: string;
  readonly entities: EntityList;
  readonly poolSize?: number;
  readonly migrations?: MigrationList;
  readonly onStatement?: (text: string) => void;
  /** Called with the ORM's pool before its first connection. */
  readonly onPoolCreated?: (pool: pg.Pool) => void;
}

/** The ORM's settings, the same for serving, migrating and testing. */
export const ormOptions = ({ url, entities, poolSize, migrations, onStatement, onPoolCreated }: OrmOptions) =>
  defineConfig({
    clientUrl: url,
    entities: [...entities],
    namingStrategy: UnderscoreNamingStrategy,
    extensions: [Migrator],
    pool: { min: 0, max: poolSize ?? 10 },
    // MikroORM reads host and user from the URL but drops its parameters, TLS among them: pg gets it whole.
    // MikroORM's own parsers return timestamps as text to plain queries; pg's give Dates.
    driverOptions: { connectionString: url, types: pg.types, onPoolCreated },
    forceUtcTimezone: true,
    // The migrator would talk to the console; statements are told to whoever asks for them.
    logger: onStatement ?? (() => undefined),
    ...(onStatement && { debug: ['query' as const], colors: false }),
    migrations: {
      path: 'migrations',
      ...(migrations && { migrationsList: [...migrations] }),
      tableName: 'migrations',
      // Only who writes a migration reads and writes the snapshot; migrating (tests do it too) would write it anew.
      snapshot: false,
      snapshotName: 'schema-snapshot',
      emit: 'ts',
      transactional: true,
      allOrNothing: true,
    },
  });

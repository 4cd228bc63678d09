import type { MigrationList } from './platform/db/orm-options.ts';

type MigrationModule = Record<string, MigrationList[number]['class']>;

const modules = import.meta.glob<MigrationModule>('../migrations/*.ts', { eager: true });

/** All migrations, oldest first, bundled with the server. */
export const migrations: MigrationList = Object.entries(modules)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([path, exported]) => {
    const name = path.split('/').at(-1)?.replace(/\.ts$/, '') ?? path;
    return Object.values(exported).map((migration) => ({ name, class: migration }));
  });

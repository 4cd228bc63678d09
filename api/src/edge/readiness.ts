import sql from 'sql-template-tag';
import { migrations } from '../migrations.ts';
import type { Check, Readiness } from '../platform/http/health.ts';
import type { Hub } from '../platform/hub.ts';
import { systemViewer } from '../platform/policy/viewer.ts';

const checked = async (check: () => Promise<Check>): Promise<Check> => {
  try {
    return await check();
  } catch {
    return { ok: false, detail: 'no answer' };
  }
};

const missingMigrations = async (hub: Hub): Promise<Check> => {
  const done = await hub.db.read<{ name: string }>(
    systemViewer('readiness'),
    sql`select name from migrations`,
  );
  const known = new Set(done.map(({ name }) => name));
  const missing = migrations.filter(({ name }) => !known.has(name)).length;
  return missing === 0 ? { ok: true } : { ok: false, detail: `${missing} migrations are missing` };
};

/** The truth about what this process needs to serve. */
export const readinessOf = async (hub: Hub): Promise<Readiness> => ({
  database: await checked(async () => {
    await hub.db.ping();
    return { ok: true };
  }),
  migrations: await checked(() => missingMigrations(hub)),
  worker: hub.jobs.isWorking ? { ok: true } : { ok: false, detail: 'not started' },
});

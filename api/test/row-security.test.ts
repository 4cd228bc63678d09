import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useOwnHub } from './harness.ts';

const test = useOwnHub();

/** Tables that hold nothing of a person or an organisation: reference data and the migrations' list. */
const open = ['languages', 'migrations', 'mikro_orm_migrations', 'municipalities', 'regions', 'themes'];

describe('row-level security', () => {
  let owner: pg.Client;
  let app: pg.Client;
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: test.urlOf('hub_owner') });
    app = new pg.Client({ connectionString: test.urlOf('hub_app') });
    await Promise.all([owner.connect(), app.connect()]);
  });
  afterAll(() => Promise.all([owner.end(), app.end()]));

  const tables = async (): Promise<{ name: string; enabled: boolean; forced: boolean }[]> =>
    (
      await owner.query(
        `select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced
         from pg_class join pg_namespace on pg_namespace.oid = relnamespace
         where nspname = 'public' and relkind in ('r', 'p') order by 1`,
      )
    ).rows;

  it('is on and forced for every table with data of an organisation or a person', async () => {
    const bare = (await tables()).filter(
      ({ name, enabled, forced }) => !open.includes(name) && !(enabled && forced),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it('shows the app no row without a context', async () => {
    for (const { name } of await tables()) {
      if (open.includes(name) || name === 'audit_log') continue;
      const { rows } = await app.query(`select count(*)::int as count from "${name}"`);
      expect([name, rows[0].count]).toEqual([name, 0]);
    }
  });

  it('lets the app add to the audit log, never read, change or empty it', async () => {
    await expect(app.query('update audit_log set action = $1', ['x'])).rejects.toThrow(/permission denied/);
    await expect(app.query('delete from audit_log')).rejects.toThrow(/permission denied/);
    await expect(app.query('truncate audit_log')).rejects.toThrow(/permission denied/);
  });

  it('gives the app role nothing to own and no way around', async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
       from pg_roles where rolname = 'hub_app'`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
  });
});

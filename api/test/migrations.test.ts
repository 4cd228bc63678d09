import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrations } from '../src/migrations.ts';
import { extensions } from '../src/platform/db/grants.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { ormOptions } from '../src/platform/db/orm-options.ts';
import { clusterUrls } from '../src/platform/embedded/cluster.connection.ts';
import { createDatabase } from '../src/platform/embedded/test-cluster.ts';

import { entities, rooms } from '../src/rooms.ts';
import { useOwnHub } from './harness.ts';
import { loadReleasedRows, releasedMigration, releasedRows } from './released-rows.ts';

const test = useOwnHub();

describe('the migrations', () => {
  let orm: MikroORM;
  beforeAll(async () => {
    orm = await MikroORM.init(
      ormOptions({ url: test.urlOf('hub_owner'), entities, migrations, poolSize: 2 }),
    );
  });
  afterAll(() => orm.close(true));

  it('bring an empty database to what the entities say', async () => {
    const difference = await orm.schema.getUpdateSchemaSQL({ safe: true });
    expect(difference.split('\n').filter((line) => /create table|column/i.test(line))).toEqual([]);
  });

  it('have all run, in their order', async () => {
    const done = await orm.migrator.getExecuted();
    expect(done.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
    expect(await orm.migrator.getPending()).toEqual([]);
  });
});

describe('the migrations, over a database of the released version with data', () => {
  let client: Client;
  let ownerUrl: string;

  beforeAll(async () => {
    const cluster = clusterUrls(inject('cluster'));
    ownerUrl = await createDatabase(cluster, `test_released_${randomUUID().slice(-12)}`);
    client = new Client({ connectionString: ownerUrl });
    await client.connect();
    for (const extension of extensions) await client.query(`create extension ${extension}`);
    const orm = await MikroORM.init(ormOptions({ url: ownerUrl, entities, migrations, poolSize: 2 }));
    await orm.migrator.up({ to: releasedMigration });
    await orm.close(true);
    await loadReleasedRows(client);
    await migrate({ ownerUrl, entities, rooms, migrations });
  });
  afterAll(() => client.end());

  it('keep every row', async () => {
    const kept: Record<string, number> = {};
    for (const table of Object.keys(releasedRows)) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from "${table}"`);
      kept[table] = rows[0]?.count ?? 0;
    }
    expect(kept).toEqual(
      Object.fromEntries(Object.entries(releasedRows).map(([table, rows]) => [table, rows.length])),
    );
  });

  it('end at what the entities say', async () => {
    const orm = await MikroORM.init(ormOptions({ url: ownerUrl, entities, migrations, poolSize: 2 }));
    const difference = await orm.schema.getUpdateSchemaSQL({ safe: true });
    await orm.close(true);
    expect(difference.split('\n').filter((line) => /create table|column/i.test(line))).toEqual([]);
  });
});

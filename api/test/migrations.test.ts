import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../src/migrations.ts';
import { ormOptions } from '../src/platform/db/orm-options.ts';
import { entities } from '../src/rooms.ts';
import { useHub } from './harness.ts';

const test = useHub();

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

import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anonymousViewer, systemViewer, type Viewer } from '../policy/viewer.ts';
import { runInContext } from './context-query.ts';
import { sessionContext } from './session-context.ts';

const test = useHub();
const person = (personId: string): Viewer => ({
  ...anonymousViewer(),
  kind: 'person',
  personId,
  purpose: 'test',
});
const ids = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'] as const;

describe('a query with its context', () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = new pg.Pool({ connectionString: test.urlOf('hub_app'), max: 2 });
  });
  afterAll(() => pool.end());

  const whoAmI = (viewer: Viewer): Promise<{ viewer: string; kind: string }[]> =>
    runInContext(
      pool,
      {
        name: 'who',
        text: "select current_setting('app.viewer', true) as viewer, current_setting('app.kind', true) as kind",
        values: [],
      },
      sessionContext(viewer),
    );

  it('sees its own viewer, also when fifty people share two connections', async () => {
    const people = Array.from({ length: 500 }, (_, index) => person(ids[index % 2] ?? ids[0]));
    const answers = await Promise.all(people.map(whoAmI));
    expect(answers.map(([row]) => row?.viewer)).toEqual(people.map(({ personId }) => personId));
  });

  it('leaves nothing behind for the next user of the connection', async () => {
    await whoAmI(person(ids[0]));
    for (let round = 0; round < 4; round += 1) {
      const { rows } = await pool.query("select current_setting('app.viewer', true) as viewer");
      expect(rows[0].viewer ?? '').toBe('');
    }
  });

  it('goes on after a statement that fails, with the same connection', async () => {
    const broken = { name: 'broken', text: 'select 1 / $1::int as x', values: [0] };
    await expect(runInContext(pool, broken, sessionContext(person(ids[0])))).rejects.toThrow(/division/);
    await expect(
      runInContext(pool, { ...broken, values: [1] }, sessionContext(person(ids[0]))),
    ).resolves.toEqual([{ x: 1 }]);
    const unknown = { name: 'unknown', text: 'select * from no_such_table', values: [] };
    for (let round = 0; round < 3; round += 1) {
      await expect(runInContext(pool, unknown, sessionContext(person(ids[1])))).rejects.toThrow(
        /no_such_table/,
      );
    }
    expect(await whoAmI(person(ids[1]))).toEqual([{ viewer: ids[1], kind: 'person' }]);
  });

  it('keeps dates as dates', async () => {
    const [row] = await test.hub.db.read<{ at: Date }>(systemViewer('test'), sql`select now() as at`);
    expect(row?.at).toBeInstanceOf(Date);
  });
});

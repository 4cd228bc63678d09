import sql from 'sql-template-tag';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { queryAs } from '../../../test/query-as.ts';
import { systemViewer } from '../policy/viewer.ts';

const test = useHub();
const viewer = systemViewer('test');

describe('a connection that is lost', () => {
  it('between two statements of a transaction fails that transaction alone, and holds no place in the pool', async () => {
    // More of them than the pool has places.
    for (let count = 0; count < 12; count += 1) {
      const lost = test.hub.db.write(viewer, async (tx) => {
        const [row] = await tx.query<{ pid: number }>(sql`select pg_backend_pid() as pid`);
        await queryAs(test, 'hub_app', 'select pg_terminate_backend($1)', [row?.pid]);
        // The server's last words come while nobody asks anything.
        await pause(50);
        await tx.query(sql`select 1`);
      });
      await expect(lost).rejects.toThrow();
    }
    const after = test.hub.db.write(viewer, (tx) => tx.query(sql`select 1 as one`));
    expect(await after).toEqual([{ one: 1 }]);
  });
});

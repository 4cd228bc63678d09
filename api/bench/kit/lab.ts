import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ManualClock } from '../../src/platform/clock.ts';
import { closeHub, createHub } from '../../src/create-hub.ts';
import { migrations } from '../../src/migrations.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import type { EmbeddedPostgres } from '../../src/platform/embedded/index.ts';
import { createDatabase, startTestCluster } from '../../src/platform/embedded/test-cluster.ts';
import type { Hub } from '../../src/platform/hub.ts';
import { createLog } from '../../src/platform/log.ts';
import { referenceData } from '../../src/reference.ts';
import { entities, rooms } from '../../src/rooms.ts';
import { loadReference } from '../../src/rooms/regions/index.ts';
import { testEnv, testMasterKeys } from '../../test/test-env.ts';
import { seedRegion } from '../../../seeds/seed.ts';

/** A running hub on a database of its own, and the way to fill that database past the services. */
export interface LabHub {
  readonly hub: Hub;
  readonly clock: ManualClock;
  /** Connection string of the app role, for the peers that a hub is measured against. */
  readonly url: string;
  /** Runs SQL as the owner, whom no row-level security binds: rows by the hundred thousand. */
  readonly fill: (text: string, values?: unknown[]) => Promise<pg.QueryResult>;
  /** SQL texts sent since the last call. */
  readonly takeStatements: () => string[];
}

/** Where benches run: one throwaway PostgreSQL for all of them. */
export class Lab {
  private readonly stops: (() => Promise<unknown>)[] = [];

  private constructor(
    private readonly cluster: EmbeddedPostgres,
    readonly say: (line: string) => void,
  ) {}

  static async open(say: (line: string) => void): Promise<Lab> {
    const settings = {
      max_connections: '100',
      shared_buffers: '512MB',
      work_mem: '32MB',
      max_wal_size: '8GB',
    };
    return new Lab(await startTestCluster({ settings }), say);
  }

  /** A migrated hub with the reference data; `seeded` fills it with the example region. */
  async newHub({ seeded = false }: { seeded?: boolean } = {}): Promise<LabHub> {
    const name = `bench_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    const ownerUrl = await createDatabase(this.cluster, name);
    await migrate({ ownerUrl, entities, rooms, migrations });
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const clock = new ManualClock(new Date('2026-11-24T09:00:00+02:00'));
    const url = this.cluster.appUrl(name, 'hub_app');
    const statements: string[] = [];
    const hub = await createHub({
      env: testEnv,
      databaseUrl: url,
      masterKeys: testMasterKeys,
      clock,
      log: createLog('silent'),
      mail: { deliver: () => Promise.resolve() },
      onStatement: (text) => statements.push(text),
    });
    this.stops.push(() => closeHub(hub).then(() => owner.end()));
    await loadReference(hub, referenceData);
    if (seeded) await seedRegion(hub, clock, { today: clock.now(), log: () => undefined });
    return {
      hub,
      clock,
      url,
      fill: (text, values = []) => owner.query(text, values),
      takeStatements: () => statements.splice(0),
    };
  }

  /** Runs before the hubs are closed, the newest first. */
  onClose(stop: () => Promise<unknown>): void {
    this.stops.push(stop);
  }

  async close(): Promise<void> {
    for (const stop of this.stops.reverse()) await stop();
    await this.cluster.stop();
  }
}

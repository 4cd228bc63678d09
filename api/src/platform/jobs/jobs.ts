import { PgBoss } from 'pg-boss';
import type { Transaction } from '../db/transaction.ts';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Log } from '../log.ts';

/** Background work of a room: what its queue is called, when it runs by itself, and what it does. */
export interface Job {
  /** `room.verb-noun`, also the queue's name. */
  readonly name: string;
  /** Cron expression in Europe/Helsinki for work that comes round; none for work that is sent. */
  readonly cron?: string;
  /** Runs when the workers start, too: what a night slept through, or a new version, left undone. */
  readonly atStart?: true;
  readonly run: (data: Readonly<Record<string, string>>) => Promise<void>;
}

const bossSchema = 'pgboss';

/** pg passes `$1` texts; a template tag wants pieces between values. */
const asSql = (text: string, values: readonly unknown[]): Sql => {
  const order: unknown[] = [];
  const pieces = text.split(/\$(\d+)/);
  const strings = pieces.filter((_, index) => index % 2 === 0);
  pieces.forEach((piece, index) => {
    if (index % 2 === 1) order.push(values[Number(piece) - 1]);
  });
  if (order.length === 0) return raw(text);
  return sql(strings, ...order);
};

/** pg-boss behind one small face: enqueue in the caller's transaction, work, stop. */
export class Jobs {
  private readonly boss: PgBoss;
  private readonly workers = new Map<string, string>();
  private working = false;

  constructor(
    url: string,
    private readonly log: Log,
  ) {
    this.boss = new PgBoss({
      connectionString: url,
      schema: bossSchema,
      migrate: false,
      createSchema: false,
      max: 3,
    });
    this.boss.on('error', (error) => log.error({ reason: error.name }, 'job queue error'));
  }

  /** Starts sending; `work` starts the workers too. */
  async start(): Promise<void> {
    await this.boss.start();
  }

  async work(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) {
      const id = await this.boss.work<Record<string, string>>(
        job.name,
        { pollingIntervalSeconds: 2 },
        async (batch) => {
          for (const { data } of batch) await this.run(job, data);
        },
      );
      this.workers.set(job.name, id);
      if (job.atStart) await this.boss.send(job.name, {});
      if (job.cron) await this.boss.schedule(job.name, job.cron, {}, { tz: 'Europe/Helsinki' });
    }
    this.working = true;
  }

  get isWorking(): boolean {
    return this.working;
  }

  /** Enqueues in the transaction: the job exists if and only if the change does. */
  async send(tx: Transaction, name: string, data: Record<string, string>, startAfter?: Date): Promise<void> {
    const db = {
      executeSql: async (text: string, values: unknown[] = []) => ({
        rows: await tx.query<object>(asSql(text, values)),
      }),
    };
    await this.boss.send(name, data, { db, ...(startAfter && { startAfter }) });
  }

  /** Lets the workers of a queue look at once instead of at their next poll. */
  wake(name: string): void {
    const worker = this.workers.get(name);
    if (worker) this.boss.notifyWorker(worker);
  }

  async stop(): Promise<void> {
    this.working = false;
    await this.boss.stop({ graceful: true, timeout: 3_000 });
  }

  private async run(job: Job, data: Record<string, string>): Promise<void> {
    try {
      await job.run(data ?? {});
    } catch (error) {
      this.log.error(
        { job: job.name, reason: error instanceof Error ? error.name : 'unknown' },
        'job failed',
      );
      throw error;
    }
  }
}

/** Installs pg-boss and the rooms' queues, as the owner. Idempotent. */
export const installJobs = async (ownerUrl: string, queues: readonly string[]): Promise<void> => {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: bossSchema,
    schedule: false,
    supervise: false,
    max: 1,
  });
  await boss.start();
  for (const name of queues) {
    await boss.createQueue(name, { retryLimit: 8, retryDelay: 10, retryBackoff: true });
  }
  await boss.stop({ graceful: false });
};

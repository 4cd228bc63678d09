import { MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { recorded, writeAudit, writeReads, type Recording } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Crypto } from '../crypto/crypto.ts';
import type { Events } from '../events/events.ts';
import { putMessage } from '../outbox/outbox.ts';
import type { Viewer } from '../policy/viewer.ts';
import { runInContext } from './context-query.ts';
import { once } from './idempotency.ts';
import { LostConnections } from './lost-connections.ts';
import { ormOptions, type EntityList } from './orm-options.ts';
import { roles } from './row-security.ts';
import { sessionContext } from './session-context.ts';
import { statementName } from './statement.ts';
import type { Transaction } from './transaction.ts';

export interface DatabaseOptions {
  /** Connection string of the app role. */
  readonly url: string;
  readonly entities: EntityList;
  readonly clock: Clock;
  readonly events: Events;
  readonly crypto: Crypto;
  readonly poolSize?: number;
  /** Called with each SQL text that is sent; tests count with it. */
  readonly onStatement?: (text: string) => void;
  /** Called in a transaction for each message left in the outbox, to schedule its delivery. */
  readonly schedule?: (tx: Transaction, messageId: string) => Promise<void>;
  /** Called after a commit that left messages. */
  readonly wake?: () => void;
}

/** The database as services see it: writes in a transaction, reads in one round trip, always for a viewer. */
export class Database {
  private constructor(
    private readonly orm: MikroORM,
    private readonly pool: pg.Pool,
    private readonly anonymousPool: pg.Pool,
    private readonly lost: LostConnections,
    private readonly options: DatabaseOptions,
  ) {}

  static async connect(options: DatabaseOptions): Promise<Database> {
    const lost = new LostConnections();
    const orm = await MikroORM.init(ormOptions({ ...options, onPoolCreated: lost.watch }));
    const max = options.poolSize ?? 10;
    const pool = new pg.Pool({ connectionString: options.url, max });
    // Takes the role at the start of the connection: no context, no transaction, published rows only.
    const anonymousPool = new pg.Pool({
      connectionString: options.url,
      max,
      options: `-c role=${roles.anonymous}`,
    });
    for (const each of [pool, anonymousPool]) {
      each.on('error', () => undefined);
      // The pool hears idle clients alone: the loss of one that is lent, but not asked just then, would end the process.
      each.on('connect', (client) => client.on('error', () => undefined));
    }
    return new Database(orm, pool, anonymousPool, lost, options);
  }

  /** One transaction with the viewer's row-level security; see `Transaction`. */
  async write<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const after: (() => void)[] = [];
    const em = this.orm.em.fork({ session: { variables: { ...sessionContext(viewer) } } });
    const result = await em
      .transactional((inner) => work(this.transaction(viewer, inner, after)))
      .finally(() => this.lost.giveBack());
    for (const run of after) run();
    return result;
  }

  /** Plain rows of one prepared statement, seen with the viewer's rights, in one round trip. */
  async read<Row>(viewer: Viewer, statement: Sql): Promise<Row[]> {
    const { text, values } = statement;
    const query = { name: statementName(text), text, values: [...values] };
    this.options.onStatement?.(text);
    if (viewer.kind !== 'anonymous') return runInContext<Row>(this.pool, query, sessionContext(viewer));
    const { rows } = await this.anonymousPool.query(query);
    return rows as Row[];
  }

  /**
   * As `read`, and what was read is recorded by the same statement: if the log cannot be written, nothing is answered.
   * For all data of a client (tiers 0 to 2), consents and the log itself. Who is not signed in sees none of them.
   */
  async readRecorded<Row>(viewer: Viewer, recording: Recording, statement: Sql): Promise<Row[]> {
    if (viewer.kind === 'anonymous') return [];
    return this.read<Row>(viewer, recorded(viewer, this.options.clock.now(), recording, statement));
  }

  async readOne<Row>(viewer: Viewer, statement: Sql): Promise<Row | undefined> {
    const [row] = await this.read<Row>(viewer, statement);
    return row;
  }

  /** Whether the database answers; the readiness page asks. */
  async ping(): Promise<void> {
    await this.pool.query('select 1');
  }

  async close(): Promise<void> {
    await Promise.all([this.orm.close(true), this.pool.end(), this.anonymousPool.end()]);
  }

  private transaction(viewer: Viewer, em: MikroORM['em'], after: (() => void)[]): Transaction {
    const { clock, crypto, events, onStatement, schedule, wake } = this.options;
    const tx: Transaction = {
      em,
      viewer,
      query: async <Row>(statement: Sql): Promise<Row[]> => {
        onStatement?.(statement.text);
        const transaction = em.getTransactionContext<KyselyTransaction<unknown>>();
        if (!transaction) throw new Error('The transaction has ended');
        const compiled = CompiledQuery.raw(statement.text, [...statement.values]);
        return (await transaction.executeQuery<Row>(compiled)).rows;
      },
      audit: (entry) => writeAudit(tx, clock.now(), entry),
      auditReads: (action, readings) => writeReads(tx, clock.now(), action, readings),
      emit: (name, event) => events.emit(tx, name, event),
      send: async (message) => {
        const payload = crypto.seal('outbox', JSON.stringify(message), message.kind);
        const id = await putMessage(tx, clock.now(), message, payload);
        await schedule?.(tx, id);
        if (wake) after.push(wake);
      },
      afterCommit: (work) => after.push(work),
      once: (operation, key, input, create) => once(tx, clock.now(), { operation, key, input }, create),
    };
    return tx;
  }
}

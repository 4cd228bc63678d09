import pg from 'pg';
import type { Log } from '../log.ts';

/** The channel of PostgreSQL's NOTIFY on which every process hears of changes, by ids alone. */
export const changesChannel = 'hub_changes';

/** A thing that changed: its id, its version, and the organisations that may be concerned. */
export interface ChangedRow {
  readonly id: string;
  readonly version: number;
  readonly organisationIds: readonly string[];
}

/**
 * What came by: rows of a kind; a person whose sessions or roles changed; `resync` when something may have been
 * missed or was too much to name; `tick` once a minute, for what ends by the clock.
 */
export type Change =
  | { readonly kind: 'referral'; readonly rows: readonly ChangedRow[] }
  | { readonly kind: 'person'; readonly ids: readonly string[] }
  | { readonly kind: 'resync' }
  | { readonly kind: 'tick' };

type Listener = (change: Change) => void;
type WireRow = readonly [id: string, version: number, ...organisationIds: string[]];

const shortestPause = 250;
const longestPause = 5_000;
const tickEvery = 60_000;

/** A payload as the database's triggers write it; what cannot be read may have been anything, hence `resync`. */
export const parseChange = (payload: string | undefined): Change => {
  try {
    const told = JSON.parse(payload ?? '') as { kind?: string; rows?: WireRow[]; ids?: string[] };
    if (told.kind === 'person' && told.ids) return { kind: 'person', ids: told.ids };
    if (told.kind === 'referral' && told.rows) {
      const rows = told.rows.map(([id, version, ...organisationIds]) => ({ id, version, organisationIds }));
      return { kind: 'referral', rows };
    }
  } catch {
    // Falls through.
  }
  return { kind: 'resync' };
};

/**
 * Changes in the database, whichever process made them: one connection that listens for all streams of this process,
 * opened with the first of them. After a lost connection it comes back and says `resync`, since nobody kept what went by.
 */
export class Changes {
  private readonly listeners = new Set<Listener>();
  private connection: Promise<pg.Client> | null = null;
  private clock: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {}

  /** Calls `listener` for every change from now on: when this resolves, none is missed. Returns what ends it. */
  async follow(listener: Listener): Promise<() => void> {
    this.listeners.add(listener);
    try {
      await this.connected();
    } catch (error) {
      this.listeners.delete(listener);
      throw error;
    }
    return () => this.listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.clock) clearInterval(this.clock);
    const client = await this.connection?.catch(() => null);
    await client?.end();
  }

  private connected(): Promise<pg.Client> {
    this.connection ??= this.connect().catch((error: unknown) => {
      this.connection = null;
      throw error;
    });
    return this.connection;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => this.tell(parseChange(payload)));
    await client.connect();
    await client.query(`listen ${changesChannel}`);
    client.once('end', () => void this.comeBack());
    this.clock ??= setInterval(() => this.tick(), tickEvery).unref();
    return client;
  }

  private tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  /** A connection can die without a word: the question finds out. */
  private tick(): void {
    this.tell({ kind: 'tick' });
    void this.connection?.then((client) => client.query('select 1')).catch(() => undefined);
  }

  private async comeBack(): Promise<void> {
    this.connection = null;
    for (let pause = shortestPause; !this.isStopped; pause = Math.min(pause * 2, longestPause)) {
      try {
        await this.connected();
        return this.tell({ kind: 'resync' });
      } catch (error) {
        this.log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'no word of changes');
        await new Promise((resolve) => setTimeout(resolve, pause).unref());
      }
    }
  }
}

import type pg from 'pg';

/**
 * Connections that were lost while a transaction held them. kysely does not give one back when rolling back fails
 * (its issue 1990), and each would hold a place of the pool for ever: whoever ran the transaction calls `giveBack`.
 */
export class LostConnections {
  private readonly lent = new Set<pg.PoolClient>();
  private readonly lost = new Set<pg.PoolClient>();

  /** Follows a pool from its start. */
  readonly watch = (pool: pg.Pool): void => {
    pool.on('connect', (client) => client.on('error', () => this.lent.has(client) && this.lost.add(client)));
    pool.on('acquire', (client) => this.lent.add(client));
    pool.on('release', (_error, client) => {
      this.lent.delete(client);
      this.lost.delete(client);
    });
  };

  /** Lets the pool forget those that are lost. */
  giveBack(): void {
    for (const client of this.lost) client.release(true);
  }
}

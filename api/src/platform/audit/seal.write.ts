import sql from 'sql-template-tag';
import type { Hub } from '../hub.ts';
import { canonicalRow, rowHash, sealHash, sealedAtOf } from './seal.hash.ts';
import { headsIn, type Head } from './seal.heads.ts';
import { asSealer, type Run } from './seal.sealer.ts';
import { writeHeads } from './anchor.file.ts';

interface OpenRow {
  readonly id: string;
  readonly chain: string;
  readonly canonical: string;
}

const batch = 5_000;
const dayMilliseconds = 24 * 3_600_000;

/**
 * How far before the last seal rows are looked for: far more than any transaction lasts. What appears with an older time was
 * put there by somebody, and verifying says so.
 */
export const searchMilliseconds = dayMilliseconds;

const openRows = (run: Run, from: Date | null): Promise<OpenRow[]> =>
  run<OpenRow>(
    sql`select l.id, coalesce(l.municipality_code, '') as chain, ${canonicalRow} as canonical from audit_log l
        where (${from}::timestamptz is null or l.at >= ${from})
          and not exists (select from audit_seal_entries e where e.row_id = l.id)
        order by l.at, l.id limit ${batch}`,
  );

/** Adds one seal to a chain; returns the new head. */
const sealRows = async (
  { crypto }: Hub,
  run: Run,
  at: Date,
  rows: readonly OpenRow[],
  head: Pick<Head, 'chain'> & Partial<Head>,
): Promise<Head> => {
  const { chain, number: before = 0, lastPosition: sealed = 0, hash: previous = null } = head;
  const [number, firstPosition, lastPosition] = [before + 1, sealed + 1, sealed + rows.length];
  const hashes = rows.map(({ canonical }, index) => rowHash(crypto, chain, firstPosition + index, canonical));
  const facts = { chain, number, sealedAt: sealedAtOf(at), firstPosition, lastPosition, previous };
  const hash = sealHash(crypto, facts, hashes);
  await run(
    sql`insert into audit_seals (chain, number, sealed_at, first_position, last_position, previous, hash)
        values (${chain}, ${number}, ${at}, ${firstPosition}, ${lastPosition}, ${previous}, ${hash})`,
  );
  await run(
    sql`insert into audit_seal_entries (row_id, chain, seal, position, hash)
        select row_id, ${chain}, ${number}, ${firstPosition} + ordinal - 1, hash
        from unnest(${rows.map(({ id }) => id)}::uuid[], ${hashes}::bytea[])
          with ordinality as sealed (row_id, hash, ordinal)`,
  );
  return { chain, number, lastPosition, sealedAt: at, hash };
};

/**
 * Seals every committed row that is not sealed yet, each municipality's in a chain of its own, and writes the new heads to
 * the data folder. Positions are given here, so a transaction that commits late is in the next seal. Two at once: the
 * second waits and finds nothing. Returns how many rows were sealed.
 */
export const sealLog = async (hub: Hub): Promise<number> => {
  const at = hub.clock.now();
  const moved = new Map<string, Head>();
  const count = await asSealer(hub, async (run) => {
    await run(sql`select pg_advisory_xact_lock(hashtextextended('audit.seal', 0))`);
    const heads = new Map((await headsIn(run)).map((head) => [head.chain, head]));
    const last = Math.max(...[...heads.values()].map(({ sealedAt }) => sealedAt.getTime()));
    const from = heads.size === 0 ? null : new Date(Math.min(last, at.getTime()) - searchMilliseconds);
    let sealed = 0;
    for (let rows = await openRows(run, from); rows.length > 0; rows = await openRows(run, from)) {
      for (const [chain, own] of Map.groupBy(rows, (row) => row.chain)) {
        const head = await sealRows(hub, run, at, own, heads.get(chain) ?? { chain });
        heads.set(chain, head);
        moved.set(chain, head);
      }
      sealed += rows.length;
    }
    return sealed;
  });
  await writeHeads(hub.env.dataDirectory, at, [...moved.values()]);
  return count;
};

import sql from 'sql-template-tag';
import type { Crypto } from '../crypto/crypto.ts';
import { canonicalRow, exactSealedAt } from './seal.hash.ts';
import type { Run } from './seal.sealer.ts';
import type { Finding } from './verify.finding.ts';
import { checkSeal, type StoredEntry, type StoredSeal } from './verify.seal.ts';

/** What a walk along a chain found; `sealHashes` of those that were asked for. */
export interface WalkedChain {
  readonly findings: readonly Finding[];
  readonly seals: number;
  readonly rows: number;
  readonly last: StoredSeal | null;
  readonly sealHashes: ReadonlyMap<number, Buffer>;
}

const sealsAtOnce = 200;

const sealsAfter = (run: Run, chain: string, number: number): Promise<StoredSeal[]> =>
  run<StoredSeal>(
    sql`select chain, number, ${exactSealedAt} as "sealedAt", sealed_at as "sealedTime", first_position as "firstPosition",
          last_position as "lastPosition", previous, hash
        from audit_seals where chain = ${chain} and number > ${number} order by number limit ${sealsAtOnce}`,
  );

const entriesOf = (
  run: Run,
  chain: string,
  from: number,
  until: number,
): Promise<(StoredEntry & { seal: number })[]> =>
  run(
    sql`select e.seal, e.row_id as "rowId", e.position, e.hash, l.at, case when l.id is not null then ${canonicalRow} end as canonical
        from audit_seal_entries e left join audit_log l on l.id = e.row_id
        where e.chain = ${chain} and e.seal between ${from} and ${until} order by e.position`,
  );

/** Between two seals: none is left out, and each is made on the one before. */
const checkLink = (seal: StoredSeal, before: StoredSeal | null, doBothHold: boolean): readonly Finding[] => {
  const { chain, number, sealedAt, firstPosition, previous } = seal;
  const next = (before?.number ?? 0) + 1;
  if (number > next) {
    return [{ kind: 'SEAL_MISSING', chain, seal: next, until: number - 1, sealedAt: null }];
  }
  const isNext = previous === null ? before === null : before?.hash.equals(previous);
  const isBehind = firstPosition === (before?.lastPosition ?? 0) + 1;
  if ((isNext && isBehind) || !doBothHold) return [];
  return [{ kind: 'SEAL_REPLACED', chain, seal: number, sealedAt }];
};

/** Walks along one chain from its first seal to its last, a page of seals in memory. */
export const walkChain = async (
  run: Run,
  crypto: Crypto,
  chain: string,
  wanted: ReadonlySet<number>,
): Promise<WalkedChain> => {
  const findings: Finding[] = [];
  const sealHashes = new Map<number, Buffer>();
  let [seals, rows, didHold] = [0, 0, true];
  let before: StoredSeal | null = null;
  for (;;) {
    const page: StoredSeal[] = await sealsAfter(run, chain, before?.number ?? -2_147_483_648);
    const [first, last] = [page[0], page.at(-1)];
    if (!first || !last) break;
    const entries = Map.groupBy(
      await entriesOf(run, chain, first.number, last.number),
      (entry) => entry.seal,
    );
    for (const seal of page) {
      const own = entries.get(seal.number) ?? [];
      const checked = checkSeal(crypto, seal, own, before);
      findings.push(...checkLink(seal, before, didHold && checked.holds), ...checked.findings);
      if (wanted.has(seal.number)) sealHashes.set(seal.number, seal.hash);
      [before, didHold, seals, rows] = [seal, checked.holds, seals + 1, rows + own.length];
    }
  }
  return { findings, seals, rows, last: before, sealHashes };
};

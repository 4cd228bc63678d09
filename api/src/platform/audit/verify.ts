import sql, { raw } from 'sql-template-tag';
import type { Crypto } from '../crypto/crypto.ts';
import type { Anchor, Anchors } from './anchor.file.ts';
import type { Run } from './seal.sealer.ts';
import { searchMilliseconds } from './seal.write.ts';
import { walkChain, type WalkedChain } from './verify.chain.ts';
import type { Finding } from './verify.finding.ts';
import { lateMilliseconds } from './verify.seal.ts';

export interface Verification {
  readonly findings: readonly Finding[];
  readonly chains: number;
  readonly seals: number;
  readonly rows: number;
  /** Rows that came after the last seal: nothing can be said of them yet. */
  readonly waiting: number;
  /** The newest time at which a seal of the database was known outside it; null where nothing outside was compared. */
  readonly anchoredAt: string | null;
  readonly anchors: number;
}

/** Against what was known outside: seals that are cut off, or others than they were. */
const checkAnchors = (chain: string, walked: WalkedChain, anchors: readonly Anchor[]): Finding[] => {
  const last = walked.last?.number ?? 0;
  const known = anchors.reduce((most, { number }) => Math.max(most, number), 0);
  const told = new Set(walked.findings.map(({ seal }) => seal));
  const others = anchors.filter(({ number, hash }) => {
    const stands = walked.sealHashes.get(number)?.toString('base64url');
    return stands !== undefined && stands !== hash && !told.has(number);
  });
  const numbers = [...new Set(others.map(({ number }) => number))];
  return [
    ...numbers.map((seal) => ({ kind: 'SEAL_REPLACED' as const, chain, seal, sealedAt: null })),
    ...(known > last
      ? [{ kind: 'CUT_OFF' as const, chain, seal: last + 1, until: known, sealedAt: null }]
      : []),
  ];
};

/** Entries whose seal is not there. */
const orphans = async (run: Run): Promise<Finding[]> => {
  const groups = await run<{ chain: string; seal: number }>(
    raw(`select distinct chain, seal from audit_seal_entries e
         where not exists (select from audit_seals s where s.chain = e.chain and s.number = e.seal) order by 1, 2`),
  );
  return groups.map(({ chain, seal }) => ({ kind: 'SEAL_MISSING', chain, seal, sealedAt: null }));
};

/** Rows without an entry: those that wait for the next seal, and those that came with a time that was over. */
const unsealed = async (run: Run, lastOf: (chain: string) => number): Promise<[number, Finding[]]> => {
  const rows = await run<{ id: string; chain: string; at: Date }>(
    sql`select l.id, coalesce(l.municipality_code, '') as chain, l.at from audit_log l
        where not exists (select from audit_seal_entries e where e.row_id = l.id) order by l.at, l.id`,
  );
  const added = rows.filter(({ chain, at }) => at.getTime() < lastOf(chain));
  const findings = added.map(({ id, chain }): Finding => ({
    kind: 'ROW_ADDED',
    chain,
    seal: null,
    sealedAt: null,
    rowId: id,
  }));
  return [rows.length - added.length, findings];
};

/** Seals that were told of already, as missing ones between others or as cut off. */
const isTold = (findings: readonly Finding[], { chain, seal }: Finding): boolean =>
  findings.some(
    (each) =>
      each.chain === chain &&
      each.position === undefined &&
      each.seal !== null &&
      seal !== null &&
      each.seal <= seal &&
      seal <= (each.until ?? each.seal),
  );

/**
 * Computes everything anew and compares: each row with its entry, each entry with its seal, each seal with the one before,
 * and the seals with what is known outside the database. Changes nothing.
 */
export const verifyLog = async (
  run: Run,
  crypto: Crypto,
  { anchors }: Pick<Anchors, 'anchors'>,
): Promise<Verification> => {
  const stored = await run<{ chain: string }>(raw('select distinct chain from audit_seals'));
  const byChain = Map.groupBy(anchors, ({ chain }) => chain);
  const chains = [...new Set([...stored.map(({ chain }) => chain), ...byChain.keys()])].sort();
  const findings: Finding[] = [];
  const times = new Map<string, number>();
  let [seals, rows] = [0, 0];
  for (const chain of chains) {
    const known = byChain.get(chain) ?? [];
    const walked = await walkChain(run, crypto, chain, new Set(known.map(({ number }) => number)));
    findings.push(...walked.findings, ...checkAnchors(chain, walked, known));
    if (walked.last) times.set(chain, walked.last.sealedTime.getTime());
    [seals, rows] = [seals + walked.seals, rows + walked.rows];
  }
  for (const orphan of await orphans(run)) if (!isTold(findings, orphan)) findings.push(orphan);
  const newest = Math.max(...times.values());
  const [waiting, added] = await unsealed(run, (chain) =>
    Math.max((times.get(chain) ?? -Infinity) - lateMilliseconds, newest - searchMilliseconds),
  );
  findings.push(...added);
  const anchoredAt = anchors.reduce((latest, { at }) => (at > latest ? at : latest), '') || null;
  return { findings, chains: chains.length, seals, rows, waiting, anchoredAt, anchors: anchors.length };
};

import type { Crypto } from '../crypto/crypto.ts';
import { rowHash, sealHash, type SealFacts } from './seal.hash.ts';
import type { Finding, FindingKind } from './verify.finding.ts';

/** A seal as it stands in the database. */
export interface StoredSeal extends SealFacts {
  readonly sealedTime: Date;
  readonly hash: Buffer;
}

/** An entry of a seal with its row; null where the row is not there. */
export interface StoredEntry {
  readonly rowId: string;
  readonly position: number;
  readonly hash: Buffer;
  readonly canonical: string | null;
  readonly at: Date | null;
}

export interface CheckedSeal {
  /** Whether the seal and its rows' hashes are as they were made. */
  readonly holds: boolean;
  readonly findings: readonly Finding[];
}

/** No transaction lasts so long: a row may be older than the seal before its own, but not by more. */
export const lateMilliseconds = 15 * 60_000;

/** Beyond so many rows that fit nowhere, it is not looked for where each has been. */
const mostMoved = 50;

/** Stretches of positions without an entry. */
const gapsIn = ({ firstPosition, lastPosition }: StoredSeal, inside: readonly StoredEntry[]) => {
  const gaps: { from: number; until: number }[] = [];
  let next = firstPosition;
  for (const { position } of [...inside, { position: lastPosition + 1 }]) {
    if (position > next) gaps.push({ from: next, until: position - 1 });
    next = position + 1;
  }
  return gaps;
};

/** Looks at one seal alone: its own hash, its rows, and that they are all there. Entries come in the order of positions. */
export const checkSeal = (
  crypto: Crypto,
  seal: StoredSeal,
  entries: readonly StoredEntry[],
  before: StoredSeal | null,
): CheckedSeal => {
  const findings: Finding[] = [];
  const { chain, number, sealedAt, firstPosition, lastPosition } = seal;
  const tell = (kind: FindingKind, more: Partial<Finding> = {}): void =>
    void findings.push({ kind, chain, seal: number, sealedAt, ...more });
  const tellRow = (kind: FindingKind, { rowId, position }: StoredEntry): void =>
    tell(kind, { rowId, position });

  const isInside = ({ position }: StoredEntry): boolean =>
    position >= firstPosition && position <= lastPosition;
  const inside = entries.filter(isInside);
  for (const entry of entries) if (!isInside(entry)) tellRow('ENTRY_ALTERED', entry);
  const gaps = gapsIn(seal, inside);
  for (const { from, until } of gaps) tell('ENTRY_MISSING', { position: from, until });

  const computed = (entry: StoredEntry, position = entry.position): Buffer =>
    entry.canonical === null ? entry.hash : rowHash(crypto, chain, position, entry.canonical);
  const isSealedBy = (hashes: readonly Buffer[]): boolean => sealHash(crypto, seal, hashes).equals(seal.hash);

  const unfit = inside.filter((entry) => !computed(entry).equals(entry.hash));
  const holds = isSealedBy(inside.map(({ hash }) => hash));
  const areRowsRight = !holds && unfit.length > 0 && isSealedBy(inside.map((entry) => computed(entry)));
  const places = [...unfit.map(({ position }) => position), ...gaps.map(({ from }) => from)];
  const wasElsewhere = (entry: StoredEntry): boolean =>
    unfit.length <= mostMoved && places.some((place) => computed(entry, place).equals(entry.hash));
  for (const entry of unfit) {
    if (areRowsRight) tellRow('ENTRY_ALTERED', entry);
    else tellRow(wasElsewhere(entry) ? 'ROW_MOVED' : 'ROW_ALTERED', entry);
  }
  for (const entry of inside) {
    if (entry.canonical === null) tellRow('ROW_MISSING', entry);
    else if (before && entry.at && !unfit.includes(entry) && isTooOld(entry.at, before)) {
      tellRow('ROW_ADDED', entry);
    }
  }
  // Nothing of its rows explains it: the seal itself is another.
  if (!holds && !areRowsRight && findings.length === 0) tell('SEAL_ALTERED');
  return { holds, findings };
};

const isTooOld = (at: Date, { sealedTime }: StoredSeal): boolean =>
  at.getTime() < sealedTime.getTime() - lateMilliseconds;

import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import sql from 'sql-template-tag';
import type { Hub } from '../hub.ts';
import { isId } from '../ids.ts';
import { systemViewer } from '../policy/viewer.ts';
import { erasureKinds, type ErasureEntry, type ErasureKind } from './erasure.ts';

/** Beside the database and not in it: a backup that is restored does not bring it back to an earlier day. */
export const ledgerFileOf = (dataDirectory: string): string => path.join(dataDirectory, 'erasures.ledger');

const batch = 500;

/** Appends and forces to the disk; short lines appended at once stay whole when several processes write. */
const append = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes what the ledger lacks, one JSON line an erasure: ids, kinds and times alone. If the process dies between file and
 * commit, a line stands there twice, which changes nothing. Returns how many were written.
 */
export const writeLedger = async (hub: Hub): Promise<number> => {
  const file = ledgerFileOf(hub.env.dataDirectory);
  let written = 0;
  for (let before = -1; before !== written;) {
    before = written;
    written += await hub.db.write(systemViewer(`job:protection.write-ledger`), async (tx) => {
      const rows = await tx.query<ErasureEntry>(
        sql`select id, at, kind, subject_id as "subjectId", basis from erasures
            where written_at is null order by at, id limit ${batch} for update skip locked`,
      );
      if (rows.length === 0) return 0;
      await append(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      const ids = rows.map(({ id }) => id);
      await tx.query(sql`update erasures set written_at = ${hub.clock.now()} where id = any(${ids}::uuid[])`);
      return rows.length;
    });
  }
  return written;
};

/** A line cut off by a crash is no erasure. */
const entryOf = (line: string): { kind: ErasureKind; subjectId: string } | null => {
  try {
    const { kind, subjectId } = JSON.parse(line) as Partial<ErasureEntry>;
    return kind && erasureKinds.includes(kind) && subjectId && isId(subjectId) ? { kind, subjectId } : null;
  } catch {
    return null;
  }
};

/** The ids that were erased, each once, by kind; none where there is no ledger yet. */
export const readLedger = async (file: string): Promise<Record<ErasureKind, string[]>> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  const entries = text.split('\n').flatMap((line) => entryOf(line) ?? []);
  const idsOf = (kind: ErasureKind): string[] => [
    ...new Set(entries.filter((entry) => entry.kind === kind).map(({ subjectId }) => subjectId)),
  ];
  return {
    CLIENT: idsOf('CLIENT'),
    REFERRAL: idsOf('REFERRAL'),
    RECEIVER_COPY: idsOf('RECEIVER_COPY'),
  };
};

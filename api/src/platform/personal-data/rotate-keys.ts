import sql, { raw } from 'sql-template-tag';
import type { Crypto } from '../crypto/crypto.ts';
import type { Hub } from '../hub.ts';
import { systemViewer } from '../policy/viewer.ts';
import type { PersonalField, Seal } from './personal-data.ts';

interface SealedRow {
  readonly key: string;
  readonly sealed: string;
  readonly row: string;
}

export interface RotationResult {
  readonly resealed: number;
  /** What no key opens, as `table.column key`; left as it is. */
  readonly unreadable: readonly string[];
}

type MasterSeal = Exclude<Seal, { by: 'DATA_KEY' }>;

const viewer = systemViewer('cli:keys.rotate');
const batch = 200;

const resealed = (crypto: Crypto, seal: MasterSeal, { sealed, row }: SealedRow): string | null => {
  try {
    return seal.by === 'WRAPPED'
      ? crypto.rewrap(sealed, row)
      : crypto.seal(seal.purpose, crypto.open(seal.purpose, sealed, row), row);
  } catch {
    return null;
  }
};

const rotateField = async (
  hub: Hub,
  field: PersonalField,
  seal: MasterSeal,
): Promise<{ resealed: number; unreadable: string[] }> => {
  const [table, column, key] = [field.table, field.column, field.key ?? 'id'].map((name) =>
    raw(`"${name}"`),
  ) as [ReturnType<typeof raw>, ReturnType<typeof raw>, ReturnType<typeof raw>];
  const unreadable: string[] = [];
  let count = 0;
  for (let after: string | null = null; ;) {
    const rows: SealedRow[] = await hub.db.read(
      viewer,
      sql`select ${key}::text as key, ${column} as sealed, (${raw(seal.row)})::text as row from ${table}
          where ${column} is not null and not starts_with(${column}, ${hub.crypto.presentPrefix})
            and (${after}::text is null or ${key}::text > ${after}) order by ${key}::text limit ${batch}`,
    );
    if (rows.length === 0) return { resealed: count, unreadable };
    for (const row of rows) {
      after = row.key;
      const fresh = resealed(hub.crypto, seal, row);
      if (fresh === null) {
        unreadable.push(`${field.table}.${field.column} ${row.key}`);
        continue;
      }
      // Whoever changed it meanwhile sealed it anew: then there is nothing to do.
      const done = await hub.db.read<{ key: string }>(
        viewer,
        sql`update ${table} set ${column} = ${fresh} where ${key}::text = ${row.key} and ${column} = ${row.sealed}
            returning ${key}::text as key`,
      );
      count += done.length;
    }
  }
};

/**
 * Seals everything anew that an older master key sealed, row by row and without a lock held: every reader finds either the
 * old text or the new one, and opens both. Run again until it finds nothing; then the older keys may go.
 */
export const rotateKeys = async (hub: Hub): Promise<RotationResult> => {
  let total = 0;
  const unreadable: string[] = [];
  for (const field of hub.personalData) {
    const { seal } = field;
    if (!seal || seal.by === 'DATA_KEY') continue;
    const result = await rotateField(hub, field, seal);
    total += result.resealed;
    unreadable.push(...result.unreadable);
  }
  return { resealed: total, unreadable };
};

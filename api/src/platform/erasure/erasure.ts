import { defineEntity, p } from '@mikro-orm/postgresql';
import sql from 'sql-template-tag';
import { isSignedIn, secured } from '../db/row-security.ts';
import type { Transaction } from '../db/transaction.ts';
import type { Hub } from '../hub.ts';
import { newId } from '../ids.ts';

/** What was erased: a client with all that is held on them, a referral, or the receiver's copy of one. */
export const erasureKinds = ['CLIENT', 'REFERRAL', 'RECEIVER_COPY'] as const;
export type ErasureKind = (typeof erasureKinds)[number];

/** Why: its time is over, the client took the consent back or asked for it, or a backup brought it back. */
export type ErasureBasis = 'RETENTION' | 'CONSENT_WITHDRAWN' | 'CLIENT_REQUEST' | 'RESTORED_BACKUP';

export interface ErasureEntry {
  readonly id: string;
  readonly at: Date;
  readonly kind: ErasureKind;
  readonly subjectId: string;
  readonly basis: ErasureBasis;
}

/** What was erased, by ids that lead nowhere any more; each row goes on to the ledger outside the database. */
export const Erasure = defineEntity({
  name: 'Erasure',
  tableName: 'erasures',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    kind: p.text().$type<ErasureKind>(),
    subjectId: p.uuid(),
    basis: p.text().$type<ErasureBasis>(),
    /** When it was written to the ledger. */
    writtenAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'erasures_unwritten',
      expression: 'create index "erasures_unwritten" on "erasures" ("at") where "written_at" is null',
    },
  ],
  ...secured('erasures', { read: 'false', write: 'false', insert: isSignedIn }),
});

/** The queue whose worker writes the ledger. */
export const ledgerQueue = 'protection.write-ledger';

/** Notes an erasure in its own transaction; the ledger follows within seconds of the commit. */
export const recordErasure = async (
  hub: Hub,
  tx: Transaction,
  entry: Pick<ErasureEntry, 'kind' | 'subjectId' | 'basis'>,
): Promise<void> => {
  const at = hub.clock.now();
  await tx.query(
    sql`insert into erasures (id, at, kind, subject_id, basis)
        values (${newId(at)}, ${at}, ${entry.kind}, ${entry.subjectId}, ${entry.basis})`,
  );
  await hub.jobs.send(tx, ledgerQueue, {});
  tx.afterCommit(() => hub.jobs.wake(ledgerQueue));
};

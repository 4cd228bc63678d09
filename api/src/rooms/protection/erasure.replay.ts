import sql from 'sql-template-tag';
import type { ErasureKind } from '../../platform/erasure/erasure.ts';
import { readLedger } from '../../platform/erasure/ledger.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { eraseClient } from '../clients/index.ts';
import { replayReferralErasure } from '../referrals/index.ts';

const viewer = systemViewer('cli:erasures.replay');

const stillThere: Readonly<Record<ErasureKind, (ids: string[]) => ReturnType<typeof sql>>> = {
  CLIENT: (ids) => sql`select id from clients where id = any(${ids}::uuid[])`,
  REFERRAL: (ids) => sql`select id from referrals where id = any(${ids}::uuid[]) and state <> 'ERASED'`,
  RECEIVER_COPY: (ids) =>
    sql`select id from referrals where id = any(${ids}::uuid[]) and receiver_erased_at is null`,
};

const eraseAgain = (hub: Hub, kind: ErasureKind, id: string): Promise<boolean> =>
  hub.db.write(viewer, async (tx) => {
    if (kind !== 'CLIENT') return replayReferralErasure(hub, tx, kind, id);
    const [client] = await tx.query<{ id: string; organisationId: string }>(
      sql`select id, organisation_id as "organisationId" from clients where id = ${id} for update`,
    );
    if (client) await eraseClient(hub, tx, client, 'RESTORED_BACKUP');
    return client !== undefined;
  });

/**
 * Erases again whatever the ledger says was erased and a restored backup brought back. Running it twice, or with nothing
 * restored, changes nothing. Returns how many were erased.
 */
export const replayErasures = async (hub: Hub, file: string): Promise<number> => {
  const ledger = await readLedger(file);
  let erased = 0;
  // A client takes its referrals along; then what was erased of clients who are still there.
  for (const kind of ['CLIENT', 'REFERRAL', 'RECEIVER_COPY'] as const) {
    const found = await hub.db.read<{ id: string }>(viewer, stillThere[kind](ledger[kind]));
    for (const { id } of found) if (await eraseAgain(hub, kind, id)) erased += 1;
  }
  return erased;
};

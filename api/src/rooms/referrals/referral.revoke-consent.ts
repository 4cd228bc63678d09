import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isClientLink } from './client-link.viewer.ts';
import { applyMove } from './referral.apply.ts';
import { closeGrants } from './referral.grants.ts';
import { referralMachine } from './referral.machine.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';

/**
 * A consent was withdrawn: the receiver's keys close and what still runs on it ends, in the same transaction. A closed
 * referral keeps its state. Who may withdraw was decided by the clients room.
 */
export const revokeConsent = async (hub: Hub, tx: Transaction, consentId: string): Promise<void> => {
  const referrals = await tx.query<ReferralRow>(
    sql`select ${referralColumns} from ${referralTables} where r.consent_id = ${consentId} order by r.id for update of r`,
  );
  await closeGrants(
    tx,
    referrals.map(({ id }) => id),
    hub.clock.now(),
  );
  const channel = isClientLink(tx.viewer) ? 'LINK' : 'CASEWORKER';
  for (const referral of referrals) {
    const move = referralMachine.move(referral.state, 'revokeConsent');
    if (move) await applyMove(hub, tx, referral, move, { facts: { consentId, channel } });
  }
};

import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { holds, isSystem, type Viewer } from '../../platform/policy/viewer.ts';
import { isClientLink } from './client-link.viewer.ts';
import { applyMove } from './referral.apply.ts';
import { eraseReceiverCopy } from './referral.erase.ts';
import { deleteDetails } from './detail.delete.ts';
import { closeGrants } from './referral.grants.ts';
import { referralMachine } from './referral.machine.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';

/** By which way a consent ended; running out is the hub's own doing. */
const channelOf = (viewer: Viewer, organisationId: string): 'LINK' | 'EXPIRY' | 'CASEWORKER' | 'OFFICER' => {
  if (isClientLink(viewer)) return 'LINK';
  if (isSystem(viewer)) return 'EXPIRY';
  return holds(viewer, organisationId, 'DATA_PROTECTION_OFFICER') ? 'OFFICER' : 'CASEWORKER';
};

/**
 * A consent was withdrawn or ran out: the receiver's keys close and what still runs on it ends, in the same transaction. A closed
 * referral keeps its state, and its receiver's copy is erased. Who may withdraw was decided by the clients room.
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
  for (const referral of referrals) {
    const channel = channelOf(tx.viewer, referral.referringOrganisationId);
    const move = referralMachine.move(referral.state, 'revokeConsent');
    await deleteDetails(tx, referral.id);
    if (move) await applyMove(hub, tx, referral, move, { facts: { consentId, channel } });
    else if (referral.state === 'CLOSED') await eraseReceiverCopy(hub, tx, referral, 'CONSENT_WITHDRAWN');
  }
};

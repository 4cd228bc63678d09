import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import type { ErasureBasis } from '../../platform/erasure/erasure.ts';
import { eraseClient } from '../clients/index.ts';
import { applyMove } from './referral.apply.ts';
import { eraseReferral } from './referral.erase.ts';
import { referralMachine, stateFacts } from './referral.machine.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';

const zone = 'Europe/Helsinki';
const keepMonths = 12;
const batch = 200;

const referralsOf = (tx: Transaction, clientId: string): Promise<ReferralRow[]> =>
  tx.query(
    sql`select ${referralColumns} from ${referralTables} where r.client_id = ${clientId} order by r.id for update of r`,
  );

/**
 * A draft is thrown away; what still runs ends first, so that its receiver is told. What a backup brought back was told
 * long ago.
 */
const endLive = async (
  hub: Hub,
  tx: Transaction,
  referral: ReferralRow,
  basis: ErasureBasis,
): Promise<void> => {
  if (referral.state === 'DRAFT') {
    await tx.query(sql`delete from referrals where id = ${referral.id}`);
    return;
  }
  if (basis === 'RESTORED_BACKUP' || stateFacts[referral.state].isEnded) return;
  const move = referralMachine.move(referral.state, 'revokeConsent');
  if (move) await applyMove(hub, tx, referral, move, { facts: { channel: 'ERASURE', basis } });
};

/** Everything that a client's referrals tell of them: ended, then erased, in the transaction that erases the client. */
export const eraseReferralsOf = async (
  hub: Hub,
  tx: Transaction,
  clientId: string,
  basis: ErasureBasis,
): Promise<void> => {
  for (const referral of await referralsOf(tx, clientId)) await endLive(hub, tx, referral, basis);
  for (const referral of await referralsOf(tx, clientId)) await eraseReferral(hub, tx, referral, basis);
};

/** The instant before which the last use of a client must lie. */
const cutoff = (now: Date): Date => {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  return new Date(today.subtract({ months: keepMonths }).epochMilliseconds);
};

/** Without a referral and an active consent, and untouched for a year: nothing is left to keep the client for. */
const isOver = (now: Date) =>
  sql`coalesce(c.changed_at, c.created_at) <= ${cutoff(now)}
    and not exists (select 1 from referrals r where r.client_id = c.id)
    and not exists (select 1 from consents k where k.client_id = c.id and k.withdrawn_at is null and k.expires_at > ${now})`;

/** Erases a client, with the key, if its time is over. */
export const forgetClient = async (hub: Hub, tx: Transaction, clientId: string): Promise<boolean> => {
  const [client] = await tx.query<{ id: string; organisationId: string }>(
    sql`select c.id, c.organisation_id as "organisationId" from clients c
        where c.id = ${clientId} and ${isOver(hub.clock.now())} for update`,
  );
  if (!client) return false;
  await eraseClient(hub, tx, client, 'RETENTION');
  return true;
};

/** Erases every client whose time is over, also those who were never referred. Returns how many. */
export const forgetClients = async (hub: Hub): Promise<number> => {
  const job = systemViewer('job:referrals.forget-clients');
  let forgotten = 0;
  for (let before = -1; before !== forgotten;) {
    before = forgotten;
    const due = await hub.db.read<{ id: string }>(
      job,
      sql`select c.id from clients c where ${isOver(hub.clock.now())} order by c.id limit ${batch}`,
    );
    for (const { id } of due) {
      if (await hub.db.write(job, (tx) => forgetClient(hub, tx, id))) forgotten += 1;
    }
  }
  return forgotten;
};

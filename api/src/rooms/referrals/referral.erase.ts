import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { recordErasure, type ErasureBasis } from '../../platform/erasure/erasure.ts';
import { actorsOf } from './referral.policy.ts';
import { insertEvent } from './referral.events.ts';
import { deleteDetails } from './detail.delete.ts';
import { closeGrants } from './referral.grants.ts';
import type { ReferralRow } from './referral.row.ts';
import type { ReferralState } from './referral.words.ts';

declare module '../../platform/events/events.ts' {
  interface HubEvents {
    /** A referral, or the receiver's copy of it alone, is being erased: whoever holds more of it erases that too. */
    'referral.erasing': { referralId: string; copy: 'RECEIVER' | 'WHOLE' };
  }
}

/** What the receiver loses sight of; the one row is the referrer's too. */
const receiverFields = [
  'givenName',
  'contact',
  'safeContactNote',
  'summary',
  'note',
  'messages',
  'details',
] as const;

/** What a referral loses; what stays (states, dates, need, outcome, coded reasons) tells of no person. */
const wholeFields = [
  'client',
  'consent',
  'note',
  'languages',
  'needsInterpreter',
  'ageBand',
  'accessNeeds',
  'holdReason',
  'assignee',
  'predecessor',
  'messages',
  'details',
  'links',
] as const;

interface Erasure {
  readonly action: 'eraseReceiverCopy' | 'erase';
  readonly toState: ReferralState;
  readonly basis: ErasureBasis;
  readonly fields: readonly string[];
}

/** The stamp of an erasure: basis and field list, in the history and in the log. */
const stamp = async (hub: Hub, tx: Transaction, referral: ReferralRow, erasure: Erasure): Promise<void> => {
  const { action, toState, basis, fields } = erasure;
  const isOfficer = actorsOf(tx.viewer, referral).has('dpo');
  const organisationId = isOfficer ? referral.referringOrganisationId : null;
  const facts = { basis, fields, statisticsKept: true };
  const version = referral.version + 1;
  await insertEvent(tx, {
    referralId: referral.id,
    at: hub.clock.now(),
    actorOrganisationId: organisationId,
    action,
    fromState: referral.state,
    toState,
    version,
    facts,
  });
  await tx.audit({
    action: `referral.${action}`,
    subjectId: referral.id,
    organisationId,
    clientIds: [referral.clientId],
    referralIds: [referral.id],
    facts: { ...facts, from: referral.state, version },
  });
  const kind = action === 'erase' ? 'REFERRAL' : 'RECEIVER_COPY';
  await recordErasure(hub, tx, { kind, subjectId: referral.id, basis });
};

/** The receiver sees nothing of a referral any more; its state stays. A second time changes nothing. */
export const eraseReceiverCopy = async (
  hub: Hub,
  tx: Transaction,
  referral: ReferralRow,
  basis: ErasureBasis,
): Promise<void> => {
  if (referral.receiverErasedAt !== null) return;
  const at = hub.clock.now();
  await tx.emit('referral.erasing', { referralId: referral.id, copy: 'RECEIVER' });
  await closeGrants(tx, [referral.id], at);
  await deleteDetails(tx, referral.id);
  await tx.query(
    sql`delete from referral_timers where referral_id = ${referral.id} and kind = 'ERASE_RECEIVER' and fired_at is null`,
  );
  const { state: toState } = referral;
  await stamp(hub, tx, referral, { action: 'eraseReceiverCopy', toState, basis, fields: receiverFields });
  await tx.query(
    sql`update referrals set receiver_erased_at = ${at}, assignee_id = null, version = version + 1 where id = ${referral.id}`,
  );
};

/**
 * A referral becomes a row for statistics: nothing in it leads to a person, and the key of its messages is destroyed
 * with them. Whoever calls this has asked the table of moves, or replays an erasure that was decided before.
 */
export const eraseReferral = async (
  hub: Hub,
  tx: Transaction,
  referral: ReferralRow,
  basis: ErasureBasis,
): Promise<void> => {
  const { id } = referral;
  const at = hub.clock.now();
  await tx.emit('referral.erasing', { referralId: id, copy: 'WHOLE' });
  await closeGrants(tx, [id], at);
  await deleteDetails(tx, id);
  await tx.query(sql`delete from referral_grants where referral_id = ${id}`);
  await tx.query(sql`delete from client_links where referral_id = ${id}`);
  await tx.query(sql`delete from referral_timers where referral_id = ${id}`);
  await stamp(hub, tx, referral, { action: 'erase', toState: 'ERASED', basis, fields: wholeFields });
  await tx.query(
    sql`update referrals set state = 'ERASED', version = version + 1, ended_at = coalesce(ended_at, ${at}),
          receiver_erased_at = coalesce(receiver_erased_at, ${at}), client_id = null, consent_id = null,
          consent_language = null, consent_text_version = null, note = null, languages = '{}', needs_interpreter = false,
          age_band = null, access_needs = '{}', hold_reason = null, assignee_id = null, predecessor_id = null,
          message_key = null
        where id = ${id}`,
  );
  await tx.query(sql`select forget_referral(${id})`);
};

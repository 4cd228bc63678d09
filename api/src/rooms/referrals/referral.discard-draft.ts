import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { moveNotAllowed, staleVersion } from './referral.errors.ts';
import { loadReferral } from './referral.load.ts';
import type { MoveInput } from './referral.move.ts';
import { referralPolicy } from './referral.policy.ts';
import type { ReferralRow } from './referral.row.ts';

/** Deletes a draft, and records that it was there. Whoever calls this decides who may. */
export const deleteDraft = async (tx: Transaction, referral: ReferralRow): Promise<void> => {
  await tx.query(sql`delete from referrals where id = ${referral.id} and state = 'DRAFT'`);
  await tx.audit({
    action: 'referral.discardDraft',
    subjectId: referral.id,
    organisationId: referral.referringOrganisationId,
    clientIds: [referral.clientId],
    referralIds: [referral.id],
  });
};

/**
 * Throws a draft away: nobody but its author's side knew of it, so it is deleted with its history and clocks; that it
 * was there stands in the audit log. Returns its id. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT
 * STALE_VERSION, MOVE_NOT_ALLOWED (it is no draft any more).
 */
export const discardDraft = (hub: Hub, viewer: Viewer, { referralId, version }: MoveInput): Promise<string> =>
  hub.db.write(viewer, async (tx) => {
    const referral = await loadReferral(tx, referralId);
    referralPolicy.authorize(viewer, 'discardDraft', referral);
    if (referral.version !== version) throw staleVersion(viewer, referral, hub.clock.now());
    if (referral.state !== 'DRAFT') throw moveNotAllowed(viewer, referral, hub.clock.now());
    await deleteDraft(tx, referral);
    return referral.id;
  });

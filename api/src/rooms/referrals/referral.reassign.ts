import sql from 'sql-template-tag';
import { HubError, invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { worksWithClients } from '../clients/index.ts';
import { staleVersion } from './referral.errors.ts';
import { noteGiven } from './referral.events.ts';
import { loadReferral } from './referral.load.ts';
import type { MoveInput } from './referral.move.ts';
import { tellNews } from './referral.notices.ts';
import { referralPolicy } from './referral.policy.ts';
import { readReferrals } from './referral.read.ts';
import { isReassignable, viewOf, type ReferralView } from './referral.view.ts';
import type { ReassignReason } from './referral.words.ts';

export interface ReassignInput extends MoveInput {
  /** A caseworker of the referring municipality. */
  readonly caseworkerId: string;
  readonly reason: ReassignReason;
}

/**
 * Gives one referral to another caseworker of the municipality, by whoever leads it (permission matrix: referral.assign).
 * It is no move: the state stays, and so does the client with their own caseworker, who alone knows who it is. Errors:
 * UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT STALE_VERSION, NOT_REASSIGNABLE; INVALID_INPUT CASEWORKER_UNKNOWN on
 * `input.caseworkerId`.
 */
export const reassignReferral = async (
  hub: Hub,
  viewer: Viewer,
  { referralId, version: decidedOn, caseworkerId, reason }: ReassignInput,
): Promise<ReferralView> => {
  await hub.db.write(viewer, async (tx) => {
    const referral = await loadReferral(tx, referralId);
    referralPolicy.authorize(viewer, 'reassign', referral);
    if (referral.version !== decidedOn) throw staleVersion(viewer, referral, hub.clock.now());
    if (!isReassignable(referral.state)) {
      throw new HubError(
        'CONFLICT',
        'NOT_REASSIGNABLE',
        'Only a referral that has not ended can be given to another caseworker.',
      );
    }
    const { referringOrganisationId: organisationId, referrerId, state, clientId } = referral;
    if (caseworkerId === referrerId || !(await worksWithClients(tx, organisationId, caseworkerId))) {
      throw invalidInput(
        'input.caseworkerId',
        'CASEWORKER_UNKNOWN',
        'Choose another caseworker of the municipality.',
      );
    }
    const version = referral.version + 1;
    await tx.query(
      sql`update referrals set referrer_id = ${caseworkerId}, version = ${version} where id = ${referralId}`,
    );
    const facts = { fromPersonId: referrerId, toPersonId: caseworkerId, reason };
    await noteGiven(tx, { at: hub.clock.now(), organisationId, action: 'reassign', facts }, [
      { id: referralId, state, version },
    ]);
    await tx.audit({
      action: 'referral.reassign',
      subjectId: referralId,
      clientIds: [clientId],
      referralIds: [referralId],
      organisationId,
      facts: { ...facts, version },
    });
    await tellNews(hub, tx, { ...referral, referrerId: caseworkerId }, 'referrer');
  });
  const [referral] = await readReferrals(hub, viewer, [referralId]);
  if (!referral) throw notFound();
  return viewOf(viewer, referral, hub.clock.now());
};

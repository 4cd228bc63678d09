import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { writeMessage } from './message.write.ts';
import { loadReferral } from './referral.load.ts';
import { tellNews } from './referral.notices.ts';
import { referralPolicy, sideOf } from './referral.policy.ts';
import { readReferrals } from './referral.read.ts';
import { isOpenForMessages } from './referral.tier.ts';
import { consentOf } from './referral.consent.ts';
import { viewOf, type ReferralView } from './referral.view.ts';

export interface SendMessageInput {
  readonly referralId: string;
  readonly message: string;
  readonly idempotencyKey?: string | null;
}

/**
 * Writes to the other side. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT NOT_OPEN_FOR_MESSAGES; those of
 * `writeMessage`.
 */
export const sendReferralMessage = async (
  hub: Hub,
  viewer: Viewer,
  input: SendMessageInput,
): Promise<ReferralView> => {
  const { referralId, message, idempotencyKey } = input;
  await hub.db.write(viewer, async (tx) => {
    const referral = await loadReferral(tx, referralId);
    referralPolicy.authorize(viewer, 'sendMessage', referral);
    await tx.once('sendReferralMessage', idempotencyKey, { referralId, message }, async () => {
      if (!isOpenForMessages(referral.state, consentOf(referral), hub.clock.now())) {
        throw new HubError(
          'CONFLICT',
          'NOT_OPEN_FOR_MESSAGES',
          'Messages can be written from when a referral is sent until it ends.',
        );
      }
      const isSender = sideOf(viewer, referral) === 'SENT';
      const organisationId = isSender ? referral.referringOrganisationId : referral.receivingOrganisationId;
      const id = await writeMessage(hub, tx, referral, { kind: 'MESSAGE', organisationId, body: message });
      await tx.audit({
        action: 'referral.sendMessage',
        subjectId: referral.id,
        clientIds: [referral.clientId],
        referralIds: [referral.id],
        organisationId,
        facts: { messageId: id },
      });
      await tellNews(hub, tx, referral, isSender ? 'receiver' : 'referrer');
      return id;
    });
  });
  const [referral] = await readReferrals(hub, viewer, [referralId]);
  if (!referral) throw notFound();
  return viewOf(viewer, referral, hub.clock.now());
};

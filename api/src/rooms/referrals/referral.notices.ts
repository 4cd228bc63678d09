import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isSystem } from '../../platform/policy/viewer.ts';
import { mailTargetsOf, membersToTell, portalLink, type MailTarget } from '../people/index.ts';
import { unsentStates } from './referral.machine.ts';
import { sideOf } from './referral.policy.ts';
import type { ReferralRow } from './referral.row.ts';
import type { ReferralAction, ReferralState } from './referral.words.ts';

type Side = 'receiver' | 'referrer';

interface Notice {
  readonly template:
    | 'referrals.reminder'
    | 'referrals.received'
    | 'referrals.answered'
    | 'referrals.news'
    | 'referrals.withdrawn';
  readonly to: Side;
}

const received: Notice = { template: 'referrals.received', to: 'receiver' };
const answered: Notice = { template: 'referrals.answered', to: 'referrer' };
const news: Notice = { template: 'referrals.news', to: 'receiver' };
const withdrawn: Notice = { template: 'referrals.withdrawn', to: 'receiver' };

/** Which side is told of a move. */
const notices: Partial<Record<ReferralAction, Notice>> = {
  send: received,
  confirmConsent: received,
  accept: answered,
  askInfo: answered,
  replyInfo: news,
  waitlist: answered,
  decline: answered,
  recordFirstContact: answered,
  hold: answered,
  resume: answered,
  close: answered,
  withdraw: withdrawn,
  // Told as withdrawn and without a reason (DOMAIN.md §4.2).
  revokeConsent: withdrawn,
};

/** The coordinators, or the referrer; since the referrer left and nobody has the client, the managers. */
const targetsOf = (hub: Hub, referral: ReferralRow, to: Side): Promise<MailTarget[]> => {
  const { referrerId, receivingOrganisationId, referringOrganisationId } = referral;
  if (to === 'receiver') return membersToTell(hub, receivingOrganisationId, ['COORDINATOR']);
  return referrerId
    ? mailTargetsOf(hub, [referrerId])
    : membersToTell(hub, referringOrganisationId, ['MANAGER']);
};

const send = async (hub: Hub, tx: Transaction, referral: ReferralRow, notice: Notice): Promise<void> => {
  const isUrgent = referral.priority === 'URGENT';
  for (const { personId, email, languageTag } of await targetsOf(hub, referral, notice.to)) {
    const url = portalLink(hub.env, languageTag, `/referrals/${referral.id}`);
    await tx.send({
      kind: 'mail',
      to: email,
      template: notice.template,
      languageTag,
      values: { url },
      notice: { group: `referrals:${personId}`, isUrgent },
    });
  }
};

/** Tells one side that there is something new, by link alone. */
export const tellNews = (hub: Hub, tx: Transaction, referral: ReferralRow, to: Side): Promise<void> =>
  send(hub, tx, referral, to === 'receiver' ? news : answered);

/** Reminds one side that a referral waits for it, by link alone. */
export const remind = (hub: Hub, tx: Transaction, referral: ReferralRow, to: Side): Promise<void> =>
  send(hub, tx, referral, { template: 'referrals.reminder', to });

/** Either side may reopen; the other one is told. */
const noticeOf = (tx: Transaction, referral: ReferralRow, action: ReferralAction): Notice | undefined => {
  if (action !== 'reopen') return notices[action];
  return sideOf(tx.viewer, referral) === 'SENT' ? news : answered;
};

/** Tells the other side that something happened, by link alone: no client, no offering, no reason stands in a mail. */
export const sendNotices = async (
  hub: Hub,
  tx: Transaction,
  referral: ReferralRow,
  action: ReferralAction,
  from: ReferralState,
): Promise<void> => {
  // Nobody made these: both sides are told, the receiver where it knew.
  if (isSystem(tx.viewer) && (action === 'expire' || action === 'close')) {
    await tellNews(hub, tx, referral, 'referrer');
    if (!unsentStates.includes(from)) await tellNews(hub, tx, referral, 'receiver');
    return;
  }
  const notice = noticeOf(tx, referral, action);
  if (!notice) return;
  // Of what was never sent the receiver knows nothing.
  if (notice === withdrawn && unsentStates.includes(from)) return;
  await send(hub, tx, referral, notice);
};

import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { portalLink } from '../people/index.ts';
import { unsentStates } from './referral.machine.ts';
import { contactsOf, coordinatorsOf, type MailTarget } from './referral.people.ts';
import type { ReferralRow } from './referral.row.ts';
import type { ReferralAction, ReferralState } from './referral.words.ts';

interface Notice {
  readonly template: 'referrals.received' | 'referrals.answered' | 'referrals.withdrawn';
  readonly to: 'receiver' | 'referrer';
}

const received: Notice = { template: 'referrals.received', to: 'receiver' };
const answered: Notice = { template: 'referrals.answered', to: 'referrer' };
const withdrawn: Notice = { template: 'referrals.withdrawn', to: 'receiver' };

/** Which side is told of a move. */
const notices: Partial<Record<ReferralAction, Notice>> = {
  send: received,
  confirmConsent: received,
  accept: answered,
  decline: answered,
  recordFirstContact: answered,
  close: answered,
  withdraw: withdrawn,
  // Told as withdrawn and without a reason (DOMAIN.md §4.2).
  revokeConsent: withdrawn,
};

const targetsOf = (hub: Hub, referral: ReferralRow, { to }: Notice): Promise<MailTarget[]> =>
  to === 'receiver'
    ? coordinatorsOf(hub, referral.receivingOrganisationId)
    : contactsOf(hub, [referral.referrerId]);

/** Tells the other side that something happened, by link alone: no client, no offering, no reason stands in a mail. */
export const sendNotices = async (
  hub: Hub,
  tx: Transaction,
  referral: ReferralRow,
  action: ReferralAction,
  from: ReferralState,
): Promise<void> => {
  const notice = notices[action];
  if (!notice) return;
  // Of what was never sent the receiver knows nothing.
  if (notice === withdrawn && unsentStates.includes(from)) return;
  for (const { email, languageTag } of await targetsOf(hub, referral, notice)) {
    const url = portalLink(hub.env, languageTag, `/referrals/${referral.id}`);
    await tx.send({ kind: 'mail', to: email, template: notice.template, languageTag, values: { url } });
  }
};

import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { holdConsentsFor, isActiveAt, type ConsentField, type ConsentRow } from '../clients/index.ts';
import type { Change } from './referral.apply.ts';
import { obstacle } from './referral.errors.ts';
import { insertGrant } from './referral.grants.ts';
import type { ReferralRow } from './referral.row.ts';
import { readTarget, targetObstacles, type ReferralTarget } from './referral.target.ts';
import { clocksOf } from './offering-clocks.read.ts';
import { answerDaysOf } from './timer.plan.ts';
import { addWorkingDays } from './working-days.ts';

/** Without these an acceptance would open nothing. */
const neededFields: readonly ConsentField[] = ['GIVEN_NAME', 'CONTACT'];

export const coversHandover = (fields: readonly ConsentField[]): boolean =>
  neededFields.every((field) => fields.includes(field));

/** The newest consent that holds and covers the receiver. Errors: CONFLICT CONSENT_MISSING, CONSENT_EXPIRED, CONSENT_SCOPE. */
export const consentToSend = async (
  tx: Transaction,
  referral: ReferralRow,
  now: Date,
): Promise<ConsentRow> => {
  const all = await holdConsentsFor(tx, referral.clientId, referral.receivingOrganisationId);
  if (all.length === 0) throw obstacle('CONSENT_MISSING');
  const active = all.filter((consent) => isActiveAt(consent, now));
  if (active.length === 0) throw obstacle('CONSENT_EXPIRED');
  const covering = active.find(({ fields }) => coversHandover(fields));
  if (!covering) throw obstacle('CONSENT_SCOPE');
  return covering;
};

/** The offering still stands open. Errors: CONFLICT NO_AGREEMENT, NOT_TAKING_REFERRALS, OFFERING_ENDED. */
export const openTarget = async (
  hub: Hub,
  tx: Transaction,
  referral: ReferralRow,
): Promise<ReferralTarget> => {
  const target = await readTarget(hub, tx.viewer, referral.offeringId);
  if (!target) throw obstacle('NOT_TAKING_REFERRALS');
  const [first] = targetObstacles(target);
  if (first) throw obstacle(first);
  return target;
};

/** What handing over stamps (DOMAIN.md §4.2, SENT): consent, offering and capacity then, due time; the key is laid down. */
export const handOver = async (
  tx: Transaction,
  referral: ReferralRow,
  target: ReferralTarget,
  consentId: string,
  now: Date,
): Promise<Change> => {
  await insertGrant(tx, referral.id);
  const clocks = await clocksOf(tx, referral.offeringId);
  return {
    columns: {
      consent_id: consentId,
      offering_version: target.version,
      capacity_then: target.roomLeft,
      sent_at: now,
      answer_due_at: addWorkingDays(now, answerDaysOf(referral.priority, clocks)),
    },
    facts: { consentId, offeringVersion: target.version, capacityThen: target.roomLeft },
  };
};

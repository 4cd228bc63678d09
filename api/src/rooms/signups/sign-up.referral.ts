import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { AttendanceStatus } from './attendance.ts';
import { codeHashOf, newCode } from './sign-up.code.ts';
import { giveBack } from './sign-up.give-back.ts';
import { takePlaces } from './sign-up.place.ts';
import type { SignUpStatus } from './sign-up.words.ts';
import { lockDates, promoteWaiting } from './waiting-list.promote.ts';

declare module '../../platform/events/events.ts' {
  interface HubEvents {
    /** Whether a client whom a referral brought came is written down. */
    'signUp.attendance': { readonly referralId: string; readonly status: AttendanceStatus };
    /** A date on which clients by these referrals had a place is cancelled, postponed or moved. */
    'signUp.dateChanged': { readonly referralIds: readonly string[] };
  }
}

/** A client's place on a date of what they were referred to. */
export interface ReferralSignUp {
  readonly id: string;
  readonly referralId: string;
  readonly occurrenceId: string;
  readonly status: SignUpStatus;
}

/** Whoever holds the referrals tells their sides; nobody is written to from here. */
export const tellReferrals = async (
  tx: Transaction,
  rows: readonly { readonly referralId: string | null }[],
): Promise<void> => {
  const referralIds = rows.flatMap(({ referralId }) => (referralId === null ? [] : [referralId]));
  if (referralIds.length > 0) await tx.emit('signUp.dateChanged', { referralIds });
};

/**
 * A place for the client of a referral, one that is kept for referrals before any other; no name, no contact and no
 * code is kept. Whoever calls this has authorised it, as the system. Errors: those of `takePlaces`.
 */
export const signUpByReferral = async (
  hub: Hub,
  tx: Transaction,
  { referralId, occurrenceId }: { readonly referralId: string; readonly occurrenceId: string },
): Promise<string> => {
  const now = hub.clock.now();
  const id = newId(now);
  await takePlaces(tx, now, {
    id,
    occurrenceId,
    referralId,
    firstName: null,
    contact: null,
    contactKind: 'PHONE',
    contactHash: null,
    // Which language the client speaks stands on the referral.
    languageTag: 'und',
    partySize: 1,
    needs: [],
    sealedNeeds: null,
    wait: false,
    onBehalf: true,
    usesHeldPlace: true,
    signedUpBy: tx.viewer.personId,
    code: null,
    // The column asks for one; nobody is told the code.
    codeHash: codeHashOf(newCode()),
  });
  return id;
};

/** Gives such a place back, and passes it on. Whoever calls this has authorised it, as the system. */
export const cancelByReferral = async (
  hub: Hub,
  tx: Transaction,
  { id, occurrenceId }: Pick<ReferralSignUp, 'id' | 'occurrenceId'>,
): Promise<void> => {
  await lockDates(tx, sql`c.id = ${occurrenceId}`);
  await giveBack(tx, hub.clock.now(), id);
  await promoteWaiting(hub, tx, occurrenceId, 'PLACE_GIVEN_BACK');
};

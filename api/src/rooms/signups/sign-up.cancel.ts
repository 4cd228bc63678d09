import sql from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import type { OccurrenceCancelled } from '../offerings/index.ts';
import { occurrencePast } from './sign-up.errors.ts';
import { readEvent } from './sign-up.event.ts';
import { giveBack } from './sign-up.give-back.ts';
import { tellCancelled, tellOccurrenceCancelled } from './sign-up.mails.ts';
import { signUpPolicy } from './sign-up.policy.ts';
import { tellReferrals } from './sign-up.referral.ts';
import { readOwn } from './sign-up.read.ts';
import type { SignUpRow } from './sign-up.row.ts';
import { addresseeOf, type SealedAddressee } from './sign-up.seal.ts';
import { lockDates, promoteWaiting } from './waiting-list.promote.ts';

/**
 * Cancels by the person's own code and tells them; a second time changes nothing. Who waits for the place gets it in
 * the same transaction. Errors: NOT_FOUND for an unknown code; CONFLICT OCCURRENCE_PAST.
 */
export const cancelSignUp = async (hub: Hub, viewer: Viewer, code: string): Promise<SignUpRow> => {
  const signUp = await readOwn(hub, code);
  if (!signUp) throw notFound();
  if (signUp.status === 'CANCELLED') return signUp;
  const now = hub.clock.now();
  if (signUp.startsAt <= now) throw occurrencePast();
  signUpPolicy.authorize(viewer, 'cancel', { ...signUp, now });
  const { occurrenceId } = signUp;
  const writer: Viewer = { ...systemViewer('signup'), personId: viewer.personId };
  await hub.db.write(writer, async (tx) => {
    await lockDates(tx, sql`c.id = ${occurrenceId}`);
    const gone = await giveBack(tx, now, signUp.id);
    const event = gone && (await readEvent(tx, occurrenceId));
    if (!event) return;
    await tx.audit({
      action: 'signUp.cancel',
      subjectId: signUp.id,
      organisationId: event.hostIds[0] ?? null,
    });
    await tellCancelled(hub, tx, addresseeOf(hub.crypto, gone), event);
    await promoteWaiting(hub, tx, occurrenceId, 'PLACE_GIVEN_BACK');
  });
  return (await readOwn(hub, code)) ?? signUp;
};

/** A cancelled date takes its sign-ups with it, those who wait among them; those reached are told and counted. */
export const cancelWithOccurrence = async (
  hub: Hub,
  tx: Transaction,
  cancelled: OccurrenceCancelled,
): Promise<void> => {
  const { occurrenceId, notified } = cancelled;
  const rows = await tx.query<SealedAddressee & { readonly referralId: string | null }>(
    sql`with gone as (
          update sign_ups s set status = 'CANCELLED', cancelled_at = ${hub.clock.now()}, accept_by = null
          where s.occurrence_id = ${occurrenceId} and s.status in ('CONFIRMED', 'WAITLISTED')
          returning s.id, s.contact_kind, s.contact, s.language_tag, s.referral_id),
        freed as (
          update occurrences c set taken = 0, held_taken = 0, waiting = 0
          where c.id = ${occurrenceId} and exists (select 1 from gone))
        select id, contact_kind as "contactKind", contact, language_tag as "languageTag",
          referral_id as "referralId" from gone order by id`,
  );
  await tellReferrals(tx, rows);
  const event = rows.length > 0 ? await readEvent(tx, occurrenceId) : null;
  if (!event) return;
  for (const row of rows) {
    if (await tellOccurrenceCancelled(hub, tx, addresseeOf(hub.crypto, row), event)) notified.count += 1;
  }
};

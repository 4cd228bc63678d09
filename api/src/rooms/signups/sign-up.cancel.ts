import sql from 'sql-template-tag';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import type { OccurrenceCancelled } from '../offerings/index.ts';
import { occurrencePast } from './sign-up.errors.ts';
import { readEvent } from './sign-up.event.ts';
import { tellCancelled, tellOccurrenceCancelled, type Addressee } from './sign-up.mails.ts';
import { signUpPolicy } from './sign-up.policy.ts';
import { readOwn } from './sign-up.read.ts';
import type { SignUpRow } from './sign-up.row.ts';
import { openField } from './sign-up.seal.ts';
import type { ContactKind } from './sign-up.words.ts';

interface CancelledRow {
  readonly id: string;
  readonly contactKind: ContactKind;
  readonly contact: string | null;
  readonly languageTag: string;
}

const addresseeOf = (crypto: Crypto, { id, contact, ...row }: CancelledRow): Addressee => ({
  ...row,
  contact: openField(crypto, id, 'contact', contact) ?? '',
});

/**
 * Gives the places of one sign-up back, in one statement; nothing when it was cancelled already. The occurrence is
 * locked before the sign-up, as in signing up, so that the two never wait for each other.
 */
const giveBack = async (tx: Transaction, now: Date, id: string): Promise<CancelledRow | undefined> => {
  const [row] = await tx.query<CancelledRow>(
    sql`with place as (
          select c.id from occurrences c
          where c.id = (select occurrence_id from sign_ups where id = ${id}) for update),
        gone as (
          update sign_ups s set status = 'CANCELLED', cancelled_at = ${now} from place
          where s.id = ${id} and s.occurrence_id = place.id and s.status = 'CONFIRMED'
          returning s.id, s.occurrence_id, s.party_size, s.contact_kind, s.contact, s.language_tag),
        freed as (
          update occurrences c set taken = c.taken - gone.party_size from gone where c.id = gone.occurrence_id)
        select id, contact_kind as "contactKind", contact, language_tag as "languageTag" from gone`,
  );
  return row;
};

/**
 * Cancels by the person's own code and tells them by mail; a second time changes nothing. Errors: NOT_FOUND for an
 * unknown code; CONFLICT OCCURRENCE_PAST.
 */
export const cancelSignUp = async (hub: Hub, viewer: Viewer, code: string): Promise<SignUpRow> => {
  const signUp = await readOwn(hub, code);
  if (!signUp) throw notFound();
  if (signUp.status === 'CANCELLED') return signUp;
  const now = hub.clock.now();
  if (signUp.startsAt <= now) throw occurrencePast();
  signUpPolicy.authorize(viewer, 'cancel', { ...signUp, now });
  const writer: Viewer = { ...systemViewer('signup'), personId: viewer.personId };
  await hub.db.write(writer, async (tx) => {
    const gone = await giveBack(tx, now, signUp.id);
    const event = gone && (await readEvent(tx, signUp.occurrenceId));
    if (!event) return;
    await tx.audit({
      action: 'signUp.cancel',
      subjectId: signUp.id,
      organisationId: event.hostIds[0] ?? null,
    });
    await tellCancelled(hub, tx, addresseeOf(hub.crypto, gone), event);
  });
  return (await readOwn(hub, code)) ?? signUp;
};

/** A cancelled date takes its sign-ups with it, in its transaction; those reached by mail are told and counted. */
export const cancelWithOccurrence = async (
  hub: Hub,
  tx: Transaction,
  cancelled: OccurrenceCancelled,
): Promise<void> => {
  const { occurrenceId, notified } = cancelled;
  const rows = await tx.query<CancelledRow>(
    sql`with gone as (
          update sign_ups s set status = 'CANCELLED', cancelled_at = ${hub.clock.now()}
          where s.occurrence_id = ${occurrenceId} and s.status = 'CONFIRMED'
          returning s.id, s.party_size, s.contact_kind, s.contact, s.language_tag),
        freed as (
          update occurrences c set taken = c.taken - (select sum(party_size) from gone)
          where c.id = ${occurrenceId} and exists (select 1 from gone))
        select id, contact_kind as "contactKind", contact, language_tag as "languageTag" from gone order by id`,
  );
  const event = rows.length > 0 ? await readEvent(tx, occurrenceId) : null;
  if (!event) return;
  for (const row of rows) {
    if (await tellOccurrenceCancelled(hub, tx, addresseeOf(hub.crypto, row), event)) notified.count += 1;
  }
};

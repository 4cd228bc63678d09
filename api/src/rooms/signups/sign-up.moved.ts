import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { OccurrenceChanging, OccurrenceMoved } from '../offerings/index.ts';
import { readEvent, type EventFacts } from './sign-up.event.ts';
import { tellMoved } from './sign-up.mails.ts';
import { tellReferrals } from './sign-up.referral.ts';
import { addresseeOf, openField, type SealedAddressee } from './sign-up.seal.ts';

interface Kept extends SealedAddressee {
  readonly referralId: string | null;
  readonly partySize: number;
  readonly code: string | null;
}

/** The date as those who signed up know it. */
const knownEvent = async (
  tx: Transaction,
  event: EventFacts,
  { occurrenceId, known }: OccurrenceMoved,
): Promise<EventFacts> => {
  const [place] = await tx.query<{ placeName: string | null; streetAddress: string | null }>(
    sql`select l.name as "placeName", l.street_address as "streetAddress"
        from occurrences c join offerings o on o.id = c.offering_id
        left join places l on l.id = coalesce(${known.placeId}::uuid, o.place_id) where c.id = ${occurrenceId}`,
  );
  return {
    ...event,
    startsAt: new Date(known.startsAt),
    endsAt: new Date(known.endsAt),
    placeName: place?.placeName ?? null,
    streetAddress: place?.streetAddress ?? null,
  };
};

/** A date is postponed or moved: everyone keeps their place or turn, is told, and is reminded of the new time. */
export const moveWithOccurrence = async (
  hub: Hub,
  tx: Transaction,
  moved: OccurrenceMoved,
): Promise<void> => {
  const { occurrenceId, kind, notified } = moved;
  const rows = await tx.query<Kept>(
    sql`update sign_ups s set reminded_at = null
        where s.occurrence_id = ${occurrenceId} and s.status in ('CONFIRMED', 'WAITLISTED')
        returning s.id, s.party_size as "partySize", s.code, s.contact_kind as "contactKind", s.contact,
          s.language_tag as "languageTag", s.referral_id as "referralId"`,
  );
  await tellReferrals(tx, rows);
  const event = rows.length > 0 ? await readEvent(tx, occurrenceId) : null;
  if (!event) return;
  const known = await knownEvent(tx, event, moved);
  for (const { partySize, code, ...row } of rows.toSorted((a, b) => a.id.localeCompare(b.id))) {
    const place = { partySize, code: openField(hub.crypto, row.id, 'code', code) ?? '' };
    if (await tellMoved(hub, tx, addresseeOf(hub.crypto, row), kind, { event, known, place }))
      notified.count += 1;
  }
};

/** Who will be told of a change, unless it is taken back: those with a place or a turn whom a message reaches. */
export const countTold = async (
  hub: Hub,
  tx: Transaction,
  { occurrenceId, notified }: OccurrenceChanging,
): Promise<void> => {
  const [row] = await tx.query<{ count: number }>(
    sql`select count(*)::int as count from sign_ups s
        where s.occurrence_id = ${occurrenceId} and s.status in ('CONFIRMED', 'WAITLISTED')
          and s.contact is not null
          and (s.contact_kind = 'MAIL' or ${hub.sms !== null})`,
  );
  notified.count += row?.count ?? 0;
};

import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { readEvent } from './sign-up.event.ts';
import { tellOffered, tellPromoted } from './sign-up.mails.ts';
import { addresseeOf, openField, type SealedAddressee } from './sign-up.seal.ts';
import type { WaitingCause } from './sign-up.words.ts';

/** A place that comes free so shortly before the date is only held for a while: the person must say yes. */
export const lateHours = 24;
const longestAnswerHours = 4;

interface Promoted extends SealedAddressee {
  readonly acceptBy: Date | null;
  readonly partySize: number;
  readonly code: string | null;
}

/** Everyone who changes places of a date holds its row first, so that what they read next is the latest. */
export const lockDates = async (tx: Transaction, condition: Sql): Promise<string[]> => {
  const rows = await tx.query<{ id: string }>(
    sql`select c.id from occurrences c where ${condition} order by c.id for update`,
  );
  return rows.map(({ id }) => id);
};

/**
 * Gives free places to those who wait, by their numbers, families as a whole, nobody before their turn
 * (docs/waiting-list.md): one statement, with the log of why. The caller has locked the date's row.
 */
const promote = (
  tx: Transaction,
  now: Date,
  occurrenceId: string,
  because: WaitingCause,
): Promise<Promoted[]> =>
  tx.query(
    sql`with place as (
          select c.id, c.host_ids, c.capacity, c.held,
            c.capacity - c.taken - greatest(0, c.held - c.held_taken) as free,
            case when c.starts_at <= ${now}::timestamptz + make_interval(hours => ${lateHours}::int)
              then ${now}::timestamptz
                + least(make_interval(hours => ${longestAnswerHours}::int), (c.starts_at - ${now}::timestamptz) / 2)
            end as accept_by
          from occurrences c
          where c.id = ${occurrenceId} and c.status = 'SCHEDULED' and c.starts_at > ${now} and c.waiting > 0),
        queue as (
          select s.id, s.party_size,
            sum(s.party_size) over (order by s.waiting_number) as up_to_here
          from sign_ups s join place on place.id = s.occurrence_id
          where s.status = 'WAITLISTED' and s.accept_by is null
            and (place.capacity is null or s.party_size + place.held <= place.capacity)),
        served as (
          update sign_ups s set
            status = case when place.accept_by is null then 'CONFIRMED' else 'WAITLISTED' end,
            accept_by = place.accept_by
          from queue, place
          where s.id = queue.id and (place.capacity is null or queue.up_to_here <= place.free)
          returning s.id, s.party_size, s.waiting_number, s.accept_by, s.contact_kind, s.contact, s.language_tag, s.code,
            place.free - queue.up_to_here + queue.party_size as free),
        counted as (
          update occurrences c set taken = c.taken + (select sum(party_size) from served),
            waiting = c.waiting - (select count(*) from served)
          where c.id = ${occurrenceId} and exists (select 1 from served)),
        told as (
          insert into waiting_list_moves
            (id, occurrence_id, sign_up_id, host_ids, move, because, waiting_number, party_size, places_free, at)
          select uuidv7(), place.id, served.id, place.host_ids,
            case when served.accept_by is null then 'PROMOTED' else 'OFFERED' end, ${because}, served.waiting_number,
            served.party_size, served.free, ${now}::timestamptz
          from served, place)
        select id, party_size as "partySize", accept_by as "acceptBy", contact_kind as "contactKind", contact, code,
          language_tag as "languageTag" from served order by waiting_number`,
  );

/** Promotes on one date, and has those told who got a place. Returns how many parties did. */
export const promoteWaiting = async (
  hub: Hub,
  tx: Transaction,
  occurrenceId: string,
  because: WaitingCause,
): Promise<number> => {
  const promoted = await promote(tx, hub.clock.now(), occurrenceId, because);
  const event = promoted.length > 0 ? await readEvent(tx, occurrenceId) : null;
  if (!event) return 0;
  for (const { partySize, acceptBy, code, ...row } of promoted) {
    const place = { partySize, code: openField(hub.crypto, row.id, 'code', code) ?? '' };
    const person = addresseeOf(hub.crypto, row);
    if (acceptBy) await tellOffered(hub, tx, person, event, { ...place, acceptBy });
    else await tellPromoted(hub, tx, person, event, place);
  }
  return promoted.length;
};

/** Promotes on every coming date of an offering that has more places now. */
export const promoteOnDates = async (hub: Hub, tx: Transaction, offeringId: string): Promise<void> => {
  const now = hub.clock.now();
  const dates = await lockDates(
    tx,
    sql`c.offering_id = ${offeringId} and c.starts_at > ${now} and c.status = 'SCHEDULED' and c.waiting > 0`,
  );
  for (const id of dates) await promoteWaiting(hub, tx, id, 'MORE_PLACES');
};

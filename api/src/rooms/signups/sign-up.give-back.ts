import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { SealedAddressee } from './sign-up.seal.ts';

export interface GivenBack extends SealedAddressee {
  /** Had a place, or one held for them; else only a turn in the waiting list. */
  readonly hadPlace: boolean;
}

/**
 * Gives the places or the turn of one sign-up back, in one statement; nothing when it was cancelled already. The
 * caller has locked the date's row, as signing up does, so that the two never wait for each other.
 */
export const giveBack = async (tx: Transaction, now: Date, id: string): Promise<GivenBack | undefined> => {
  const [row] = await tx.query<GivenBack>(
    sql`with gone as (
          update sign_ups s set status = 'CANCELLED', cancelled_at = ${now}, accept_by = null
          where s.id = ${id} and s.status in ('CONFIRMED', 'WAITLISTED')
          returning s.id, s.occurrence_id, s.party_size, s.contact_kind, s.contact, s.language_tag, s.uses_held_place,
            old.status = 'CONFIRMED' or old.accept_by is not null as had_place),
        freed as (
          update occurrences c set
            taken = c.taken - case when gone.had_place then gone.party_size else 0 end,
            held_taken = c.held_taken - case when gone.uses_held_place then gone.party_size else 0 end,
            waiting = c.waiting - case when gone.had_place then 0 else 1 end
          from gone where c.id = gone.occurrence_id)
        select id, contact_kind as "contactKind", contact, language_tag as "languageTag", had_place as "hadPlace"
        from gone`,
  );
  return row;
};

import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound, type HubError } from '../../platform/errors/hub-error.ts';
import type { CheckedSignUp } from './sign-up.check.ts';
import {
  alreadySignedUp,
  occurrenceCancelled,
  occurrenceFull,
  occurrencePast,
  signUpsNotTaken,
} from './sign-up.errors.ts';

/** A sign-up on its way into the table: what is secret is sealed. */
export interface NewSignUp extends CheckedSignUp {
  readonly id: string;
  readonly occurrenceId: string;
  readonly contactHash: string;
  readonly code: string;
  readonly codeHash: string;
}

interface Situation {
  readonly isPublic: boolean;
  readonly isListed: boolean;
  readonly status: string;
  readonly startsAt: Date;
  readonly capacity: number | null;
  readonly taken: number;
  readonly takesSignUps: boolean;
  readonly isRepeated: boolean;
}

/** Why no place was to be had; the first reason that a person would name. */
const whyNot = async (tx: Transaction, now: Date, signUp: NewSignUp): Promise<HubError> => {
  const [found] = await tx.query<Situation>(
    sql`select c.is_public as "isPublic", c.is_listed as "isListed", c.status, c.starts_at as "startsAt", c.capacity,
          c.taken, o.takes_sign_ups as "takesSignUps",
          exists (select 1 from sign_ups s where s.occurrence_id = c.id and s.contact_hash = ${signUp.contactHash}
                  and s.status = 'CONFIRMED') as "isRepeated"
        from occurrences c join offerings o on o.id = c.offering_id where c.id = ${signUp.occurrenceId}`,
  );
  if (!found?.isPublic) return notFound();
  if (found.status === 'CANCELLED') return occurrenceCancelled();
  if (found.startsAt <= now) return occurrencePast();
  if (!found.takesSignUps || !found.isListed) return signUpsNotTaken();
  if (found.isRepeated) return alreadySignedUp();
  return occurrenceFull(Math.max(0, (found.capacity ?? 0) - found.taken));
};

/**
 * Takes the places and writes the sign-up in one statement, so that no two can take the last place. Errors: NOT_FOUND;
 * CONFLICT OCCURRENCE_CANCELLED, OCCURRENCE_PAST, SIGN_UPS_NOT_TAKEN, ALREADY_SIGNED_UP, OCCURRENCE_FULL (fact:
 * placesLeft). After an error the transaction must end: a repeated contact has raised the count before it was seen.
 */
export const takePlaces = async (tx: Transaction, now: Date, signUp: NewSignUp): Promise<void> => {
  const { partySize } = signUp;
  const taken = await tx.query(
    sql`with place as (
          update occurrences c set taken = c.taken + ${partySize}::int
          from offerings o
          where c.id = ${signUp.occurrenceId} and o.id = c.offering_id and o.takes_sign_ups and c.is_listed
            and c.status = 'SCHEDULED' and c.starts_at > ${now}
            and (c.capacity is null or c.taken + ${partySize}::int <= c.capacity)
          returning c.id, c.region_id, c.offering_id, c.host_ids)
        insert into sign_ups (id, region_id, occurrence_id, offering_id, host_ids, status, party_size, first_name,
          contact_kind, contact, contact_hash, language_tag, code, code_hash, created_at)
        select ${signUp.id}::uuid, place.region_id, place.id, place.offering_id, place.host_ids, 'CONFIRMED',
          ${partySize}::int, ${signUp.firstName}, ${signUp.contactKind}, ${signUp.contact}, ${signUp.contactHash},
          ${signUp.languageTag}, ${signUp.code}, ${signUp.codeHash}, ${now}::timestamptz
        from place
        on conflict (occurrence_id, contact_hash) where status = 'CONFIRMED' do nothing
        returning id`,
  );
  if (taken.length === 0) throw await whyNot(tx, now, signUp);
};

import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound, type HubError } from '../../platform/errors/hub-error.ts';
import { placesLeftOf, type OccurrenceRow } from '../offerings/index.ts';
import { closesAtOf, defaultRules, opensAtOf, rulesColumns, type SignUpRulesRow } from './rules.read.ts';
import type { CheckedSignUp } from './sign-up.check.ts';
import {
  alreadySignedUp,
  needNotAsked,
  occurrenceCancelled,
  occurrenceFull,
  occurrencePast,
  partyTooLarge,
  signUpClosed,
  signUpNotOpenYet,
  signUpsNotTaken,
} from './sign-up.errors.ts';

/** A sign-up on its way into the table: what is secret is sealed. */
export interface NewSignUp extends Omit<CheckedSignUp, 'firstName' | 'contact'> {
  readonly id: string;
  readonly occurrenceId: string;
  readonly firstName: string | null;
  readonly contact: string | null;
  readonly contactHash: string | null;
  /** Brought by this referral: then name, contact and code are null. */
  readonly referralId: string | null;
  readonly sealedNeeds: string | null;
  readonly code: string | null;
  readonly codeHash: string;
  /** The member of a host who does it for someone. */
  readonly signedUpBy: string | null;
}

/** What came of it: a place, or a turn in the waiting list. */
export interface Taken {
  readonly hasPlace: boolean;
  readonly waitingPosition: number;
}

type Situation = Pick<
  OccurrenceRow,
  'isPublic' | 'isListed' | 'status' | 'startsAt' | 'capacity' | 'taken' | 'waiting' | 'held' | 'heldTaken'
> &
  (SignUpRulesRow | { readonly [key in keyof SignUpRulesRow]: null }) & {
    readonly takesSignUps: boolean;
    readonly isRepeated: boolean;
  };

const whyClosed = (now: Date, { startsAt }: Situation, rules: SignUpRulesRow): HubError | null => {
  const opensAt = opensAtOf(startsAt, rules);
  if (opensAt && opensAt > now) return signUpNotOpenYet(opensAt);
  return closesAtOf(startsAt, rules) <= now ? signUpClosed() : null;
};

/** Why no place was to be had; the first reason that a person would name. */
const whyNot = async (tx: Transaction, now: Date, signUp: NewSignUp): Promise<HubError> => {
  const [found] = await tx.query<Situation>(
    sql`select c.is_public as "isPublic", c.is_listed as "isListed", c.status, c.starts_at as "startsAt", c.capacity,
          c.taken, c.waiting, c.held, c.held_taken as "heldTaken", o.takes_sign_ups as "takesSignUps", ${rulesColumns},
          exists (select 1 from sign_ups s where s.occurrence_id = c.id
                  and (s.contact_hash = ${signUp.contactHash} or s.referral_id = ${signUp.referralId}::uuid)
                  and s.status in ('CONFIRMED', 'WAITLISTED')) as "isRepeated"
        from occurrences c join offerings o on o.id = c.offering_id
        left join sign_up_rules r on r.offering_id = o.id where c.id = ${signUp.occurrenceId}`,
  );
  if (!found?.isPublic) return notFound();
  if (found.status === 'CANCELLED') return occurrenceCancelled();
  if (found.startsAt <= now) return occurrencePast();
  if (!found.takesSignUps || !found.isListed || found.status !== 'SCHEDULED') return signUpsNotTaken();
  const rules: SignUpRulesRow = found.offeringId === null ? { ...defaultRules, offeringId: '' } : found;
  const closed = signUp.onBehalf ? null : whyClosed(now, found, rules);
  if (closed) return closed;
  if (signUp.partySize > rules.largestParty) return partyTooLarge(rules.largestParty);
  if (!signUp.needs.every((need) => rules.needsAsked.includes(need))) return needNotAsked();
  if (found.isRepeated) return alreadySignedUp();
  return occurrenceFull(placesLeftOf(found) ?? 0);
};

/**
 * Takes the places, or a turn in the waiting list, and writes the sign-up in one statement, so that no two can take
 * the last place and nobody overtakes who waits (docs/waiting-list.md). Errors: NOT_FOUND; CONFLICT
 * OCCURRENCE_CANCELLED, OCCURRENCE_PAST, SIGN_UPS_NOT_TAKEN, SIGN_UP_NOT_OPEN_YET (fact: opensAt), SIGN_UP_CLOSED,
 * ALREADY_SIGNED_UP, OCCURRENCE_FULL (fact: placesLeft); INVALID_INPUT PARTY_TOO_LARGE (fact: largestParty),
 * NEED_NOT_ASKED. After an error the transaction must end: a repeated contact has raised the count before it was seen.
 */
export const takePlaces = async (tx: Transaction, now: Date, signUp: NewSignUp): Promise<Taken> => {
  const size = sql`${signUp.partySize}::int`;
  const heldLeft = sql`greatest(0, c.held - c.held_taken)`;
  const isFree = sql`c.waiting = 0 and c.taken + ${size} + ${heldLeft} <= c.capacity`;
  const isHeldFree = sql`c.taken + ${size} <= c.capacity and (c.waiting = 0 or ${size} <= ${heldLeft})`;
  const fits = sql`(c.capacity is null or (${signUp.usesHeldPlace ? isHeldFree : isFree}))`;
  const [taken] = await tx.query<Taken>(
    sql`with place as (
          update occurrences c set
            taken = c.taken + case when ${fits} then ${size} else 0 end,
            held_taken = c.held_taken + case when ${fits} and ${signUp.usesHeldPlace} then ${size} else 0 end,
            waiting = c.waiting + case when ${fits} then 0 else 1 end,
            last_waiting_number = c.last_waiting_number + case when ${fits} then 0 else 1 end
          from offerings o left join sign_up_rules r on r.offering_id = o.id
          where c.id = ${signUp.occurrenceId} and o.id = c.offering_id and o.takes_sign_ups and c.is_listed
            and c.status = 'SCHEDULED' and c.starts_at > ${now}
            and (${signUp.onBehalf} or r.offering_id is null or (
              c.starts_at - make_interval(hours => r.closes_hours_before) > ${now}
              and (r.opens_days_before is null
                or c.starts_at - make_interval(hours => 24 * r.opens_days_before) <= ${now})))
            and ${size} <= coalesce(r.largest_party, 10)
            and ${[...signUp.needs]}::text[] <@ coalesce(r.needs_asked, '{}')
            and (${fits} or (${signUp.wait} and coalesce(r.has_waiting_list, true) and ${size} + c.held <= c.capacity))
          returning c.id, c.region_id, c.offering_id, c.host_ids, new.taken > old.taken as has_place,
            new.last_waiting_number as number, new.waiting)
        insert into sign_ups (id, region_id, occurrence_id, offering_id, host_ids, status, party_size, first_name,
          contact_kind, contact, contact_hash, language_tag, needs, waiting_number, uses_held_place, is_by_referral,
          referral_id, signed_up_by, code, code_hash, created_at)
        select ${signUp.id}::uuid, place.region_id, place.id, place.offering_id, place.host_ids,
          case when has_place then 'CONFIRMED' else 'WAITLISTED' end, ${size}, ${signUp.firstName},
          ${signUp.contactKind}, ${signUp.contact}, ${signUp.contactHash}, ${signUp.languageTag}, ${signUp.sealedNeeds},
          case when not has_place then number end, has_place and ${signUp.usesHeldPlace}::boolean,
          ${signUp.referralId !== null}::boolean, ${signUp.referralId}::uuid, ${signUp.signedUpBy}::uuid, ${signUp.code}, ${signUp.codeHash}, ${now}::timestamptz
        from place
        on conflict do nothing
        returning status = 'CONFIRMED' as "hasPlace", (select waiting from place) as "waitingPosition"`,
  );
  if (!taken) throw await whyNot(tx, now, signUp);
  return taken;
};

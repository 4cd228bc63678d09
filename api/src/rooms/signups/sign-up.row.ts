import { raw, type Sql } from 'sql-template-tag';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import { openField } from './sign-up.seal.ts';
import { needs, type ContactKind, type Need, type SignUpStatus } from './sign-up.words.ts';

/** A sign-up as resolvers read it: opened, for its host or its own link. */
export interface SignUpRow {
  readonly id: string;
  readonly occurrenceId: string;
  readonly status: SignUpStatus;
  readonly partySize: number;
  /** Null once erased. */
  readonly firstName: string | null;
  readonly contactKind: ContactKind;
  readonly contact: string | null;
  readonly languageTag: string;
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
  /** What they need; empty once erased. */
  readonly needs: readonly Need[];
  /** 1 = next; null for who doesn't wait. */
  readonly waitingPosition: number | null;
  /** A place is held for them until then. */
  readonly acceptBy: Date | null;
  readonly usesHeldPlace: boolean;
  /** A client whom a referral brought. */
  readonly isByReferral: boolean;
  /** That referral, while the receiver may know and for 30 days after the date. */
  readonly referralId: string | null;
  /** When its date starts. */
  readonly startsAt: Date;
  /** Reached by its own code. */
  readonly isOwn: boolean;
}

/** The same as the table keeps it. */
export type SealedSignUp = Omit<SignUpRow, 'isOwn' | 'needs'> & { readonly needs: string | null };

/** The columns of a `SealedSignUp`, for a statement on `sign_ups s join occurrences c`. */
export const signUpColumns: Sql = raw(
  `s.id, s.occurrence_id as "occurrenceId", s.status, s.party_size as "partySize", s.first_name as "firstName",
   s.contact_kind as "contactKind", s.contact, s.language_tag as "languageTag", s.created_at as "createdAt",
   s.cancelled_at as "cancelledAt", c.starts_at as "startsAt", s.needs, s.accept_by as "acceptBy",
   s.uses_held_place as "usesHeldPlace", s.is_by_referral as "isByReferral",
   case when s.erased_at is null then s.referral_id end as "referralId",
   case when s.status = 'WAITLISTED' and s.accept_by is null then (
     select count(*)::int from sign_ups w where w.occurrence_id = s.occurrence_id and w.status = 'WAITLISTED'
       and w.accept_by is null and w.waiting_number <= s.waiting_number) end as "waitingPosition"`,
);

const needsIn = (text: string | null): Need[] => needs.filter((need) => text?.split(' ').includes(need));

/** Whoever calls this has made sure that the reader may know. */
export const openSignUp = (crypto: Crypto, sealed: SealedSignUp, isOwn: boolean): SignUpRow => ({
  ...sealed,
  firstName: openField(crypto, sealed.id, 'firstName', sealed.firstName),
  contact: openField(crypto, sealed.id, 'contact', sealed.contact),
  needs: needsIn(openField(crypto, sealed.id, 'needs', sealed.needs)),
  isOwn,
});

import { raw, type Sql } from 'sql-template-tag';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import { openField } from './sign-up.seal.ts';
import type { ContactKind, SignUpStatus } from './sign-up.words.ts';

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
  /** When its date starts. */
  readonly startsAt: Date;
  /** Reached by its own code. */
  readonly isOwn: boolean;
}

/** The same as the table keeps it. */
export type SealedSignUp = Omit<SignUpRow, 'isOwn'>;

/** The columns of a `SealedSignUp`, for a statement on `sign_ups s join occurrences c`. */
export const signUpColumns: Sql = raw(
  `s.id, s.occurrence_id as "occurrenceId", s.status, s.party_size as "partySize", s.first_name as "firstName",
   s.contact_kind as "contactKind", s.contact, s.language_tag as "languageTag", s.created_at as "createdAt",
   s.cancelled_at as "cancelledAt", c.starts_at as "startsAt"`,
);

/** Whoever calls this has made sure that the reader may know. */
export const openSignUp = (crypto: Crypto, sealed: SealedSignUp, isOwn: boolean): SignUpRow => ({
  ...sealed,
  firstName: openField(crypto, sealed.id, 'firstName', sealed.firstName),
  contact: openField(crypto, sealed.id, 'contact', sealed.contact),
  isOwn,
});

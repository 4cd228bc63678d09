import type { Crypto } from '../../platform/crypto/crypto.ts';
import type { ContactKind } from './sign-up.words.ts';

export type SealedField = 'firstName' | 'contact' | 'code' | 'needs';

const purposeOf = (field: SealedField): string => `signups.${field}`;

/** Ties the text to its row and field: copied elsewhere it does not open. */
export const sealField = (crypto: Crypto, id: string, field: SealedField, text: string): string =>
  crypto.seal(purposeOf(field), text, `sign_ups:${id}:${field}`);

/** Null once erased. */
export const openField = (
  crypto: Crypto,
  id: string,
  field: SealedField,
  sealed: string | null,
): string | null =>
  sealed === null ? null : crypto.open(purposeOf(field), sealed, `sign_ups:${id}:${field}`);

/** Equal for equal contacts; capitals make no other address. */
export const contactHashOf = (crypto: Crypto, contact: string): string =>
  crypto.keyedHash('signups.contact', contact.toLowerCase()).toString('base64url');

/** Whom a notice goes to, opened. */
export interface Addressee {
  readonly contactKind: ContactKind;
  readonly contact: string;
  readonly languageTag: string;
}

/** The same as a row keeps it. */
export interface SealedAddressee {
  readonly id: string;
  readonly contactKind: ContactKind;
  readonly contact: string | null;
  readonly languageTag: string;
}

export const addresseeOf = (
  crypto: Crypto,
  { id, contact, contactKind, languageTag }: SealedAddressee,
): Addressee => ({ contactKind, languageTag, contact: openField(crypto, id, 'contact', contact) ?? '' });

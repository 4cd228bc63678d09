import type { Crypto } from '../../platform/crypto/crypto.ts';

export type SealedField = 'firstName' | 'contact' | 'code';

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

import type { Crypto } from '../../platform/crypto/crypto.ts';

const purpose = 'people.email';

/** Finds an account by its address; capitals make no other address. */
export const emailHashOf = (crypto: Crypto, email: string): string =>
  crypto.keyedHash(purpose, email.trim().toLowerCase()).toString('base64url');

export const sealEmail = (
  crypto: Crypto,
  table: 'persons' | 'invitations',
  id: string,
  email: string,
): string => crypto.seal(purpose, email.trim(), `${table}:${id}`);

export const openEmail = (
  crypto: Crypto,
  table: 'persons' | 'invitations',
  id: string,
  sealed: string,
): string => crypto.open(purpose, sealed, `${table}:${id}`);

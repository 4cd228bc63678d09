import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import { secretHash } from './secret.ts';

const issuer = 'Kotoverkko';
const stepSeconds = 30;
const purpose = 'people.authenticator';

/** A new secret of 160 bits in base32, as apps take it (RFC 4226, 4). */
export const newAuthenticatorSecret = (): string => new Secret({ size: 20 }).base32;

export const sealAuthenticator = (crypto: Crypto, personId: string, secret: string): string =>
  crypto.seal(purpose, secret, personId);

export const openAuthenticator = (crypto: Crypto, personId: string, sealed: string): string =>
  crypto.open(purpose, sealed, personId);

/** What the QR code says to the app; the label is the person's address. */
export const authenticatorUri = (secret: string, label: string): string =>
  new TOTP({ issuer, label, secret }).toString();

/**
 * The half-minute that a code is of, counted since 1970; one before or after now passes too, because clocks
 * differ (RFC 6238, 5.2). Null for a wrong code.
 */
export const stepOfCode = (secret: string, code: string, now: Date): number | null => {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const delta = TOTP.validate({ token: code, secret: Secret.fromBase32(secret), timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / stepSeconds) + delta;
};

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Sixteen characters in fours, without those that look alike: 79 random bits. */
const newRecoveryCode = (): string => {
  const picked: string[] = [];
  while (picked.length < 16) {
    // Bytes above the largest multiple are thrown away, so that every letter is as likely.
    const [byte = 255] = randomBytes(1);
    if (byte < letters.length * Math.floor(256 / letters.length))
      picked.push(letters[byte % letters.length] ?? '');
  }
  return picked.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
};

export const newRecoveryCodes = (): string[] => Array.from({ length: 10 }, newRecoveryCode);

/** However it was typed: spaces, dashes and capitals don't count. */
export const plainCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toLowerCase();

/** The random code is too long to be searched for, so a plain hash keeps it; keys may change without it. */
export const recoveryCodeHash = (personId: string, code: string): string =>
  secretHash(`${personId}:${plainCode(code)}`);

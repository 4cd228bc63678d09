import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that looks like a digit, so that a code can be read out and typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 20;

/** The code of a person's own link: 100 random bits in 20 characters. */
export const newCode = (): string =>
  Array.from(randomBytes(codeLength), (byte) => alphabet.charAt(byte % alphabet.length)).join('');

/** A code as people type it: small letters, blanks and hyphens, O for 0, I or L for 1. Null when it is none. */
export const codeOf = (text: string): string | null => {
  if (text.length > 100) return null;
  const code = text.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
};

export const codeHashOf = (code: string): string => createHash('sha256').update(code).digest('base64url');

import { timingSafeEqual } from 'node:crypto';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import { isId } from '../../platform/ids.ts';

const macOf = (crypto: Crypto, checkId: string): Buffer => crypto.keyedHash('offerings.check', checkId);

/** What stands in the link of a question: nobody can guess it, and it opens this one question. */
export const checkCodeOf = (crypto: Crypto, checkId: string): string =>
  `${checkId}.${macOf(crypto, checkId).toString('base64url')}`;

/** The question that a code opens; null for any other text. */
export const checkIdOf = (crypto: Crypto, code: string): string | null => {
  const [id = '', mac = ''] = code.slice(0, 200).split('.');
  if (!isId(id)) return null;
  const [given, right] = [Buffer.from(mac, 'base64url'), macOf(crypto, id)];
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
};

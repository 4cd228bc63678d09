import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits as 43 characters for links and cookies. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const isSecret = (text: string | undefined): text is string =>
  text !== undefined && /^[\w-]{43}$/.test(text);

/** How a secret is kept. It is random, so a plain hash can't be searched. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Six digits to type from one screen into another. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

import type { CookieChange } from '../context.ts';

/** `a=b; c=d` as a record; the first of two equal names counts. */
export const parseCookies = (header: string | undefined): Record<string, string> => {
  const cookies: Record<string, string> = {};
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    cookies[name] ??= part.slice(at + 1).trim();
  }
  return cookies;
};

/**
 * A Set-Cookie line. Every cookie of ours is `__Host-`: secure, for this host and the whole path alone, and out of
 * reach of scripts (STANDARDS.md, security). Browsers take Secure cookies on http://localhost too.
 */
export const setCookieLine = ({ name, value, maxAgeSeconds }: CookieChange): string =>
  `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; Secure; SameSite=Lax`;

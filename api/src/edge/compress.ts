import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import { sessionCookie } from '../rooms/people/index.ts';
import { parseCookies } from './cookies.ts';

type Next = () => void;

/** Express's types say more than the package needs: it lives on node:http's request and response. */
const compress = compression({ threshold: 1024 }) as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  next: Next,
) => void;

/**
 * Compresses what the portal answers to visitors without a session. A page of a signed-in person bears secrets and, in
 * its form fields, words that came with the address: compressed together their length would give the secrets away
 * letter by letter (BREACH). Those pages leave as they are.
 */
export const compressWhenAnonymous = (
  request: IncomingMessage,
  response: ServerResponse,
  next: Next,
): void => {
  if (parseCookies(request.headers.cookie)[sessionCookie] !== undefined) return next();
  compress(request, response, next);
};

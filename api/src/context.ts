import type { Hub } from './platform/hub.ts';
import { Loaders } from './platform/loader.ts';
import type { Viewer } from './platform/policy/viewer.ts';

/** Cookies that an operation leaves; the HTTP edge turns them into Set-Cookie headers. */
export interface CookieChange {
  readonly name: string;
  readonly value: string;
  /** 0 removes the cookie. */
  readonly maxAgeSeconds: number;
}

/** What a resolver knows about the request. */
export interface Context {
  readonly hub: Hub;
  readonly viewer: Viewer;
  readonly loaders: Loaders;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The visitor's address, for rate limits alone; never stored. */
  readonly address: string;
  readonly cookieChanges: CookieChange[];
  /** Set where a machine asks with an API key: as far as it may go. */
  readonly keyScopes: readonly string[] | null;
}

export const createContext = (
  hub: Hub,
  viewer: Viewer,
  request: { cookies?: Context['cookies']; address?: string; keyScopes?: Context['keyScopes'] } = {},
): Context => ({
  hub,
  viewer,
  loaders: new Loaders(hub, viewer),
  cookies: request.cookies ?? {},
  address: request.address ?? 'unknown',
  cookieChanges: [],
  keyScopes: request.keyScopes ?? null,
});

import { createContext, type Context } from '../context.ts';
import type { Hub } from '../platform/hub.ts';
import { SessionService, sessionCookie } from '../rooms/people/index.ts';
import { parseCookies } from './cookies.ts';

export interface RequestFacts {
  readonly cookieHeader: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly address: string;
}

const firstLanguage = (header: string | undefined): string =>
  /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*/.exec(header ?? '')?.[0] ?? 'fi';

/** Who asks is read from the session at every request, so that a removed member is out at once. */
export const contextOf = async (hub: Hub, facts: RequestFacts): Promise<Context> => {
  const cookies = parseCookies(facts.cookieHeader);
  const language = firstLanguage(facts.acceptLanguage);
  const { viewer, cookieChanges } = await hub.get(SessionService).viewerOf(cookies[sessionCookie], language);
  const context = createContext(hub, viewer, { cookies, address: facts.address });
  context.cookieChanges.push(...cookieChanges);
  return context;
};

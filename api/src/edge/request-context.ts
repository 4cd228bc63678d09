import { createContext, type Context } from '../context.ts';
import type { Hub } from '../platform/hub.ts';
import { ApiKeyService } from '../rooms/integrations/index.ts';
import { SessionService, sessionCookie } from '../rooms/people/index.ts';
import { parseCookies } from './cookies.ts';

export interface RequestFacts {
  readonly cookieHeader: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly address: string;
  /** `Bearer <API key>`, of machines. */
  readonly authorization?: string | undefined;
}

const firstLanguage = (header: string | undefined): string =>
  /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*/.exec(header ?? '')?.[0] ?? 'fi';

const keyIn = (header: string | undefined): string | undefined =>
  /^Bearer\s+(\S{1,200})$/i.exec(header ?? '')?.[1];

/** Who asks is read from the session at every request, so that a removed member is out at once. */
export const contextOf = async (hub: Hub, facts: RequestFacts): Promise<Context> => {
  const cookies = parseCookies(facts.cookieHeader);
  const language = firstLanguage(facts.acceptLanguage);
  const key = keyIn(facts.authorization);
  if (key !== undefined) {
    const { viewer, scopes } = await hub.get(ApiKeyService).viewerOf(key, language);
    return createContext(hub, viewer, { address: facts.address, keyScopes: scopes });
  }
  const { viewer, cookieChanges } = await hub.get(SessionService).viewerOf(cookies[sessionCookie], language);
  const context = createContext(hub, viewer, { cookies, address: facts.address });
  context.cookieChanges.push(...cookieChanges);
  return context;
};

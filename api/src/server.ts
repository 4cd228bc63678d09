import Fastify, { type FastifyInstance } from 'fastify';
import type { Context } from './context.ts';
import { setCookieLine } from './edge/cookies.ts';
import { mountEmbed } from './edge/embed.ts';
import { mountFeeds } from './edge/feeds.ts';
import { mountLogos } from './edge/logo.ts';
import { isOpenPath, mountOpenData } from './edge/open-data.ts';
import { mountPortal } from './edge/portal.ts';
import { keyScopes } from './edge/key-scopes.ts';
import { readinessOf } from './edge/readiness.ts';
import { contextOf } from './edge/request-context.ts';
import { mountSitemap } from './edge/sitemap.ts';
import { mountStream } from './edge/stream.ts';
import { createApollo } from './platform/graphql/apollo.server.ts';
import { createLimits } from './platform/graphql/limits.ts';
import { mountGraphql } from './platform/http/graphql-over-http.ts';
import { mountHealth } from './platform/http/health.ts';
import { createRateLimits } from './platform/http/rate-limit.ts';
import { addRequestLog, requestIdBy } from './platform/http/request-log.ts';
import { addSecurityHeaders } from './platform/http/security-headers.ts';
import type { Hub } from './platform/hub.ts';
import { createSchema } from './schema.ts';

export interface ServerOptions {
  readonly hub: Hub;
  /** Whether to serve the built portal too. */
  readonly withPortal: boolean;
}

/** A number means so many proxies, counted from us; fastify's types want it as a function. */
const trustedHops = (trust: Hub['env']['trustProxy']) =>
  typeof trust === 'number' ? (_address: string, hop: number): boolean => hop < trust : trust;

/** One HTTP server for GraphQL, health, media and, by default, the portal. Not listening yet. */
export const createServer = async ({ hub, withPortal }: ServerOptions): Promise<FastifyInstance> => {
  const { env, log, clock } = hub;
  const app = Fastify({
    logger: false,
    trustProxy: trustedHops(env.trustProxy),
    genReqId: requestIdBy(env.trustProxy),
    forceCloseConnections: true,
    bodyLimit: 1_000_000,
  });
  const limits = createLimits();
  const rateLimits = createRateLimits(env.rateLimit, clock);
  const apollo = createApollo<Context>({
    schema: createSchema(),
    log,
    limits,
    introspection: !env.isProduction,
    plugins: [
      keyScopes,
      rateLimits.plugin<Context>(
        ({ address, viewer }) => ({ address, accountId: viewer.personId }),
        limits.costOf,
      ),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  addRequestLog(app, log);
  app.addHook('onRequest', async function (request, reply) {
    // Files of the portal cost nothing and come by the dozen: a whole office may sit behind one address.
    if (request.url.startsWith('/_app/')) return undefined;
    // Who is refused must be able to read why, from any page.
    if (isOpenPath(request.url)) void reply.header('access-control-allow-origin', '*');
    return rateLimits.addressHook.call(this, request, reply);
  });
  mountHealth(app, () => readinessOf(hub));
  await app.register(async (scope) => {
    await addSecurityHeaders(scope);
    mountLogos(scope, hub);
    mountFeeds(scope, hub);
    mountSitemap(scope, hub);
    mountOpenData(scope, hub);
    mountEmbed(scope, createSchema());
    mountStream(scope, hub, createSchema());
    mountGraphql<Context>(scope, apollo, {
      context: (request) =>
        contextOf(hub, {
          cookieHeader: request.headers.cookie,
          acceptLanguage: request.headers['accept-language'],
          authorization: request.headers.authorization,
          address: request.ip,
        }),
      afterwards: (context, reply) => {
        for (const change of context.cookieChanges) void reply.header('set-cookie', setCookieLine(change));
      },
    });
  });
  if (withPortal) await mountPortal(app, hub, apollo);
  return app;
};

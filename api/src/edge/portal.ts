import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { executeInProcess } from '../platform/http/graphql-over-http.ts';
import type { Hub } from '../platform/hub.ts';
import { compressWhenAnonymous } from './compress.ts';
import { setCookieLine } from './cookies.ts';
import { contextOf } from './request-context.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface InProcessBody {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** How the portal in this process asks without a hop over the network; it looks for this name. */
const hook = Symbol.for('kotoverkko.graphql');

const offerInProcess = (hub: Hub, apollo: ApolloServer<Context>): void => {
  const ask = async (body: InProcessBody, headers: Record<string, string>): Promise<object> => {
    let made: Context | undefined;
    const answer = await executeInProcess(apollo, { ...body, headers }, async () => {
      made = await contextOf(hub, {
        cookieHeader: headers['cookie'],
        acceptLanguage: headers['accept-language'],
        address: headers['x-client-address'] ?? 'unknown',
      });
      return made;
    });
    const cookies = made?.cookieChanges.map(setCookieLine) ?? [];
    return { status: answer.status, headers: { 'set-cookie': cookies }, body: answer.body };
  };
  Reflect.set(globalThis, hook, ask);
};

export const portalHandlerFile = (): string =>
  fileURLToPath(new URL('../../portal/build/handler.js', import.meta.url));

/** Serves the built portal for every path that is not the API's. */
export const mountPortal = async (
  app: FastifyInstance,
  hub: Hub,
  apollo: ApolloServer<Context>,
  handlerFile = portalHandlerFile(),
): Promise<void> => {
  if (!existsSync(handlerFile)) throw new Error('The portal is not built: run "npm run build".');
  offerInProcess(hub, apollo);
  // adapter-node takes https and the socket's address for granted unless told where to look.
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  process.env['ADDRESS_HEADER'] = 'x-client-address';
  // A calendar of 10 MB and what the form adds to it; SvelteKit's own 512 kB would refuse most files.
  process.env['BODY_SIZE_LIMIT'] = '11M';
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(handlerFile).href)) as {
    handler: Handler;
  };

  await app.register(async (scope) => {
    // SvelteKit reads the body itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/*', (request, reply) => {
      const { headers } = request.raw;
      headers['x-forwarded-proto'] = request.protocol;
      headers['x-client-address'] = request.ip;
      headers['x-request-id'] = request.id;
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.hijack();
      compressWhenAnonymous(request.raw, reply.raw, () => handler(request.raw, reply.raw));
    });
  });
};

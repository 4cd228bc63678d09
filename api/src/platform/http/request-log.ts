import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { trustsPeer } from './trusted-proxy.ts';

export interface RequestLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * Fastify's `genReqId`. A request keeps the x-request-id of a trusted proxy, if it is a plain one; ids of strangers
 * would let them write into the log and mix up traces.
 */
export const requestIdBy = (
  trustProxy: boolean | number | string,
): ((request: IncomingMessage) => string) => {
  const isTrusted = trustsPeer(trustProxy);
  return (request) => {
    const given = request.headers['x-request-id'];
    const isPlain = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given);
    return isPlain && isTrusted(request.socket.remoteAddress) ? given : randomUUID();
  };
};

/**
 * One line for each request: id, method, route pattern, status, duration. Never the URL: its ids and query name
 * people. The id is also sent back as x-request-id.
 */
export const addRequestLog = (app: FastifyInstance, log: RequestLog): void => {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });

  app.addHook('onResponse', async (request, reply) => {
    // A hijacked reply (the portal's) has its status on the raw response only.
    const status = reply.raw.statusCode;
    const fields = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (status >= 500) log.error(fields, 'request');
    else log.info(fields, 'request');
  });
};

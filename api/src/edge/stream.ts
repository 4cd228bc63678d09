import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, getOperationAST, parse, validate, type GraphQLSchema } from 'graphql';
import type { OperationArgs, OperationContext } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { Context } from '../context.ts';
import { HubError } from '../platform/errors/hub-error.ts';
import { createFormatError } from '../platform/graphql/format-error.ts';
import { createLimits } from '../platform/graphql/limits.ts';
import { refusedTextIn, textRule } from '../platform/graphql/text.guard.ts';
import { replyWithError } from '../platform/http/error-reply.ts';
import type { Hub } from '../platform/hub.ts';
import { contextOf } from './request-context.ts';

/** Streams that one person may hold open at once, over all pages and devices that ask this process. */
const mostStreams = 20;

type Asked = Record<string, unknown>;

const refusal = (reason: string, message: string): HubError => new HubError('INVALID_INPUT', reason, message);
const anotherOrigin = (): HubError =>
  new HubError('FORBIDDEN', 'ANOTHER_ORIGIN', 'Open streams from our own pages.');
const signInNeeded = (): HubError => new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');
const tooManyStreams = (): HubError =>
  new HubError('RATE_LIMITED', 'TOO_MANY_STREAMS', 'Close other pages of the hub first.');

/** How many streams each person has open. */
class OpenStreams {
  private readonly counts = new Map<string, number>();

  take(personId: string): boolean {
    const count = this.counts.get(personId) ?? 0;
    if (count >= mostStreams) return false;
    this.counts.set(personId, count + 1);
    return true;
  }

  giveBack(personId: string): void {
    const count = (this.counts.get(personId) ?? 1) - 1;
    if (count > 0) this.counts.set(personId, count);
    else this.counts.delete(personId);
  }
}

const isRecord = (value: unknown): value is Asked =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const limits = createLimits({ subscriptions: true });

/** The subscription that a request asks for, checked like any other document; throws what is wrong with it. */
const argsOf = (
  schema: GraphQLSchema,
  context: Context | undefined,
  { query, operationName, variables }: { query: string; operationName?: string; variables?: unknown },
): OperationArgs<OperationContext> => {
  const document = parse(query, limits.parseOptions);
  const [error] = validate(schema, document, [...limits.validationRules, textRule]);
  if (error) throw error;
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'subscription')
    throw refusal(
      'SUBSCRIPTION_EXPECTED',
      'Only subscriptions are answered here; send the rest to /graphql.',
    );
  const variableValues = isRecord(variables) ? variables : {};
  if (refusedTextIn(variableValues) !== undefined)
    throw refusal('TEXT_NOT_ALLOWED', 'A text holds characters that are not allowed.');
  // The library wants any record; ours is the context of every request.
  const contextValue = context as unknown as OperationContext;
  return { schema, document, operationName, variableValues, contextValue };
};

const isFromElsewhere = ({ headers }: FastifyRequest): boolean =>
  !['same-origin', undefined].includes(headers['sec-fetch-site'] as string | undefined);

/**
 * Subscriptions as Server-Sent Events at /graphql/stream, one connection each (GET with `query` and `variables`, as an
 * EventSource sends it, or POST). Errors: 401 without a session, 403 for a page of another origin, 406, 429 with more
 * than 20 streams of one person; what is wrong with the subscription itself comes as its first and only event.
 */
export const mountStream = (app: FastifyInstance, hub: Hub, schema: GraphQLSchema): void => {
  const open = new OpenStreams();
  const contexts = new WeakMap<FastifyRequest, Context>();
  const formatError = createFormatError({ log: hub.log });
  const formatted = (error: unknown): GraphQLError => {
    const wrapped =
      error instanceof GraphQLError
        ? error
        : new GraphQLError('failed', { originalError: error instanceof Error ? error : undefined });
    const { message, extensions } = formatError(wrapped.toJSON(), wrapped);
    return new GraphQLError(message, { extensions: extensions ?? {} });
  };
  const handle = createHandler<OperationContext>({
    authenticate: () => null,
    // Checked in argsOf, by more rules than the library knows.
    validate: () => [],
    onSubscribe: ({ raw }, params) => {
      try {
        return argsOf(schema, contexts.get(raw), params);
      } catch (error) {
        return { data: null, errors: [formatted(error)] };
      }
    },
    onNext: (_context, _request, result) =>
      result.errors ? { ...result, errors: result.errors.map((error) => formatted(error)) } : undefined,
  });

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    handler: async (request, reply) => {
      if (request.headers.accept !== 'text/event-stream')
        return replyWithError(request, reply, refusal('NOT_ACCEPTABLE', 'Accept text/event-stream.'), 406);
      if (isFromElsewhere(request)) return replyWithError(request, reply, anotherOrigin());
      const context = await contextOf(hub, {
        cookieHeader: request.headers.cookie,
        acceptLanguage: request.headers['accept-language'],
        address: request.ip,
      });
      const { personId } = context.viewer;
      if (!personId) return replyWithError(request, reply, signInNeeded());
      if (!open.take(personId)) return replyWithError(request, reply, tooManyStreams());
      contexts.set(request, context);
      reply.hijack();
      // Proxies that collect answers would keep the news back.
      reply.raw.setHeader('x-accel-buffering', 'no');
      reply.raw.once('close', () => open.giveBack(personId));
      await handle(request, reply).catch((error: unknown) => {
        hub.log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'stream failed');
        reply.raw.destroy();
      });
      return reply;
    },
  });
};

import type { ApolloServer, BaseContext } from '@apollo/server';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '../errors/hub-error.ts';
import { replyWithError } from './error-reply.ts';
import { executeGraphql, headerMapOf } from './graphql-request.ts';
import { answerTypeOf, contentTypeOf, JSON_TYPE } from './media-type.ts';

export { executeInProcess, type GraphqlAnswer, type GraphqlRequest } from './graphql-request.ts';

export interface MountOptions<Context extends BaseContext> {
  /** Default `/graphql`. */
  readonly path?: string;
  readonly context: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  /** Called when the operation has run, before its answer is sent: the place to set cookies. */
  readonly afterwards?: (context: Context, reply: FastifyReply) => void;
  /** Largest body, in bytes; default 100 kB. */
  readonly bodyLimitBytes?: number;
}

const invalid = (reason: string, message: string, facts?: Record<string, unknown>): HubError =>
  new HubError('INVALID_INPUT', reason, message, facts ? { facts } : {});

/** What is wrong with the form of a request, before its body is read. */
const formRefusal = (request: FastifyRequest): readonly [status: number, error: HubError] | undefined => {
  if (request.method !== 'GET' && request.method !== 'POST')
    return [405, invalid('METHOD_NOT_ALLOWED', 'Send queries by GET or POST, mutations by POST.')];
  if (!answerTypeOf(request.headers.accept))
    return [406, invalid('NOT_ACCEPTABLE', 'Accept application/graphql-response+json or application/json.')];
  const { type, charset } = contentTypeOf(request.headers['content-type']);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const isPlainGet = request.method === 'GET' && type === '';
  if (isPlainGet) return undefined;
  if (type !== JSON_TYPE || !['utf-8', 'utf8', null].includes(charset) || encoding !== 'identity')
    return [
      415,
      invalid('MEDIA_TYPE_NOT_SUPPORTED', 'Send content-type application/json, in UTF-8, not compressed.'),
    ];
  return undefined;
};

/** Failures of reading the body, as Fastify names them. */
const bodyRefusal = (error: FastifyError, limitBytes: number): readonly [number, HubError] | undefined => {
  if (error.statusCode === 413)
    return [413, invalid('BODY_TOO_LARGE', `Send at most ${limitBytes} bytes.`, { limitBytes })];
  if (error.statusCode === 415)
    return [415, invalid('MEDIA_TYPE_NOT_SUPPORTED', 'Send content-type application/json.')];
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return [400, invalid('MALFORMED_JSON', 'The body is not a JSON object in UTF-8.')];
  return undefined;
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** JSON as Fastify reads it (keys that poison prototypes are refused), but bytes that are no UTF-8 are refused too. */
const addJsonParser = (scope: FastifyInstance, bodyLimit: number): void => {
  const parseText = scope.getDefaultJsonParser('error', 'error');
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer', bodyLimit }, (request, body, done) => {
    try {
      parseText(request, typeof body === 'string' ? body : utf8.decode(body), done);
    } catch {
      done(Object.assign(new Error('The body is not UTF-8.'), { statusCode: 400 }));
    }
  });
};

/** A browser says so itself when a page of this site asks; no other page can forge this header (Fetch Metadata). */
const isFromThisSite = (request: FastifyRequest): boolean =>
  ['same-origin', 'none'].includes(String(request.headers['sec-fetch-site']));

/**
 * Serves GraphQL over HTTP as specified: GET for queries, POST with application/json; 405 with Allow, 406, 413, 415;
 * answers in application/graphql-response+json or application/json, whichever the caller prefers. No CORS headers:
 * other origins cannot read answers, and requests a foreign page could send without asking are refused (CSRF).
 */
export const mountGraphql = <Context extends BaseContext>(
  app: FastifyInstance,
  apollo: ApolloServer<Context>,
  options: MountOptions<Context>,
): void => {
  const { path = '/graphql', context, afterwards, bodyLimitBytes = 100_000 } = options;

  void app.register(async (scope) => {
    addJsonParser(scope, bodyLimitBytes);

    scope.addHook('onRequest', async (request, reply) => {
      const refusal = formRefusal(request);
      if (!refusal) return undefined;
      const [status, error] = refusal;
      if (status === 405) void reply.header('allow', 'GET, POST');
      return replyWithError(request, reply, error, status);
    });

    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const refusal = bodyRefusal(error, bodyLimitBytes);
      if (!refusal) throw error;
      return replyWithError(request, reply, refusal[1], refusal[0]);
    });

    scope.route({
      method: scope.supportedMethods,
      url: path,
      exposeHeadRoute: false,
      bodyLimit: bodyLimitBytes,
      handler: async (request, reply) => {
        const headers = headerMapOf(request.headers);
        headers.set('accept', answerTypeOf(request.headers.accept) ?? JSON_TYPE);
        if (isFromThisSite(request)) headers.set('apollo-require-preflight', '1');
        const { search } = new URL(request.url, 'http://localhost');
        const graphqlRequest = { method: request.method, headers, search, body: request.body };
        let made: Context | undefined;
        const answer = await executeGraphql(apollo, graphqlRequest, async () => {
          made = await context(request, reply);
          return made;
        });
        if (made) afterwards?.(made, reply);
        return reply
          .code(answer.status)
          .headers({ 'cache-control': 'no-store', vary: 'accept', ...answer.headers })
          .send(answer.body);
      },
    });
  });
};

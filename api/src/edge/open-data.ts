import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '../platform/errors/hub-error.ts';
import { statusOf } from '../platform/http/error-reply.ts';
import type { Hub } from '../platform/hub.ts';
import {
  HsdsService,
  LinkedEventsService,
  openApiOf,
  type OpenAnswer,
  type OpenRequest,
} from '../rooms/opendata/index.ts';

type Ask = (request: OpenRequest, id: string) => OpenAnswer | Promise<OpenAnswer>;
interface Route {
  readonly Params: { readonly id?: string };
}

const licence = '<https://creativecommons.org/licenses/by/4.0/>; rel="license"';

const languageOf = (header: string | undefined): string =>
  /^\s*([a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{1,8})*)/.exec(header ?? '')?.[1] ?? 'fi';

/** Whether an address is open data, read by programs from pages of any origin. */
export const isOpenPath = (url: string): boolean => /^\/(hsds|linked-events|feeds|openapi)\b/.test(url);

/** What leaves an answer that anyone may read, from any page. */
const open = (reply: FastifyReply): FastifyReply =>
  reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', 'etag, link, ratelimit, ratelimit-policy, retry-after')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('x-robots-tag', 'noindex');

const send = (request: FastifyRequest, reply: FastifyReply, answer: OpenAnswer): FastifyReply => {
  const body = JSON.stringify(answer.body);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  void open(reply)
    .header('etag', etag)
    .header('cache-control', 'public, max-age=60')
    .header('link', answer.next ? `${licence}, <${answer.next}>; rel="next"` : licence);
  if (answer.languageTag) void reply.header('vary', 'accept-language');
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag)) return reply.code(304).send();
  return reply.code(answer.status).header('content-type', 'application/json; charset=utf-8').send(body);
};

/** An expected failure as RFC 9457 has it. */
const refuse = (reply: FastifyReply, error: HubError): FastifyReply => {
  const { code, reason, message, details } = error;
  const status = statusOf(error);
  const body = { type: 'about:blank', title: message, status, code, reason, fields: details.fields ?? [] };
  return open(reply)
    .code(status)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
};

/** The open data: `/hsds/…`, `/linked-events/v1/…` and their description at `/openapi.json`, open to every origin. */
export const mountOpenData = (app: FastifyInstance, hub: Hub): void => {
  const directory = hub.get(HsdsService);
  const events = hub.get(LinkedEventsService);
  const route = (path: string, ask: Ask): void => {
    const answer = async (request: FastifyRequest<Route>, reply: FastifyReply): Promise<FastifyReply> => {
      const { url, headers, params } = request;
      const query = new URL(url, 'http://hub').searchParams;
      const languageTag = languageOf(headers['accept-language']);
      try {
        return send(request, reply, await ask({ url, query, languageTag }, params.id ?? ''));
      } catch (error) {
        if (error instanceof HubError) return refuse(reply, error);
        throw error;
      }
    };
    for (const each of [path, path.endsWith('/') ? path.slice(0, -1) : `${path}/`]) {
      app.get<Route>(each, answer);
      app.options(each, (_request, reply) =>
        open(reply)
          .header('access-control-allow-methods', 'GET, HEAD')
          .header('access-control-max-age', '86400')
          .code(204)
          .send(),
      );
    }
  };
  route('/openapi.json', () => ({ status: 200, body: openApiOf(hub.env.publicUrl) }));
  route('/hsds', (request) => directory.about(request));
  route('/hsds/services', (request) => directory.services(request));
  route('/hsds/services/:id', (request, id) => directory.serviceOf(request, id));
  route('/hsds/organizations', (request) => directory.organisations(request));
  route('/hsds/organizations/:id', (request, id) => directory.organisationOf(request, id));
  route('/hsds/taxonomies', (request) => directory.taxonomies(request));
  route('/hsds/taxonomies/:id', (request, id) => directory.taxonomyOf(request, id));
  route('/hsds/taxonomy_terms', (request) => directory.terms(request));
  route('/hsds/taxonomy_terms/:id', (request, id) => directory.termOf(request, id));
  route('/linked-events/v1/event/', (request) => events.events(request));
  route('/linked-events/v1/event/:id/', (request, id) => events.eventOf(request, id));
  route('/linked-events/v1/place/:id/', (request, id) => events.placeOf(request, id));
  route('/linked-events/v1/keyword/', () => events.keywords());
  route('/linked-events/v1/keyword/:id/', (request, id) => events.keywordOf(request, id));
  route('/linked-events/v1/language/', () => events.languages());
};

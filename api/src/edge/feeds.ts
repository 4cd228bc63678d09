import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '../platform/errors/hub-error.ts';
import { replyWithError } from '../platform/http/error-reply.ts';
import type { Hub } from '../platform/hub.ts';
import { anonymousViewer } from '../platform/policy/viewer.ts';
import {
  FeedService,
  feedFilterOf,
  type Feed,
  type FeedFilter,
  type FeedRequest,
} from '../rooms/feeds/index.ts';

interface Params {
  readonly language: string;
  readonly id?: string;
}

type Write = (request: FeedRequest) => Promise<Feed>;

const isFresh = ({ headers }: FastifyRequest, { etag, lastModified }: Feed): boolean => {
  const tags = headers['if-none-match'];
  // The tag decides where it is asked for (RFC 9110 §13.2.2); proxies mark theirs as weak.
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
};

const send = (request: FastifyRequest, reply: FastifyReply, feed: Feed): FastifyReply => {
  void reply
    .header('etag', feed.etag)
    .header('last-modified', feed.lastModified.toUTCString())
    .header('cache-control', 'public, max-age=300')
    .header('access-control-allow-origin', '*')
    .header('x-robots-tag', 'noindex');
  if (isFresh(request, feed)) return reply.code(304).send();
  return reply.header('content-type', feed.mediaType).send(feed.body);
};

const languageOf = (tag: string): string => {
  if (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(tag)) return tag;
  throw new HubError(
    'NOT_FOUND',
    'NOT_FOUND',
    'There is no such feed: its address begins with a language, /feeds/fi/…',
  );
};

/** Calendars and news of what is on, open to every origin: `/feeds/<language>/…`. */
export const mountFeeds = (app: FastifyInstance, hub: Hub): void => {
  const feeds = hub.get(FeedService);
  const route = (path: string, write: Write, narrow: (params: Params) => FeedFilter = () => ({})): void => {
    app.get<{ Params: Params }>(`/feeds/:language/${path}`, async (request, reply) => {
      const { params, url } = request;
      try {
        const query = feedFilterOf(new URL(url, 'http://hub').searchParams);
        const languageTag = languageOf(params.language);
        const filter = { ...query, ...narrow(params) };
        return send(request, reply, await write({ languageTag, filter, path: url }));
      } catch (error) {
        if (error instanceof HubError) return replyWithError(request, reply, error);
        throw error;
      }
    });
  };
  const viewer = anonymousViewer();
  const byOffering = ({ id = '' }: Params): FeedFilter => ({ offeringId: id });
  const byOrganisation = ({ id = '' }: Params): FeedFilter => ({ organisationId: id });
  route('events.ics', (request) => feeds.calendar(viewer, request));
  route('events.atom', (request) => feeds.atom(viewer, request));
  route('events.json', (request) => feeds.json(viewer, request));
  route('offerings/:id.ics', (request) => feeds.calendar(viewer, request), byOffering);
  route('organisations/:id.ics', (request) => feeds.calendar(viewer, request), byOrganisation);
  route('organisations/:id.atom', (request) => feeds.atom(viewer, request), byOrganisation);
};

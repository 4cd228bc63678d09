import type { FastifyInstance, FastifyReply } from 'fastify';
import { notFound } from '../platform/errors/hub-error.ts';
import { replyWithError } from '../platform/http/error-reply.ts';
import type { Hub } from '../platform/hub.ts';
import { SitemapService } from '../rooms/feeds/index.ts';
import { portalLanguages } from '../rooms/people/index.ts';

const send = (reply: FastifyReply, mediaType: string, body: string): FastifyReply =>
  reply
    .header('content-type', `${mediaType}; charset=utf-8`)
    .header('cache-control', 'public, max-age=3600')
    .send(body);

/** `/robots.txt`, `/sitemap.xml` and `/sitemaps/<language>.xml`. */
export const mountSitemap = (app: FastifyInstance, hub: Hub): void => {
  const sitemap = hub.get(SitemapService);
  app.get('/robots.txt', (_request, reply) => send(reply, 'text/plain', sitemap.robots()));
  app.get('/sitemap.xml', (_request, reply) => send(reply, 'application/xml', sitemap.index()));
  app.get<{ Params: { language: string } }>('/sitemaps/:language.xml', async (request, reply) => {
    const language = portalLanguages.find((tag) => tag === request.params.language);
    if (!language) return replyWithError(request, reply, notFound());
    return send(reply, 'application/xml', await sitemap.pages(language));
  });
};

import type { FastifyInstance } from 'fastify';
import type { Hub } from '../platform/hub.ts';
import { logoOf } from '../rooms/organisations/index.ts';

/** The logos of verified organisations, public and cacheable; their address changes with the version. */
export const mountLogos = (app: FastifyInstance, hub: Hub): void => {
  app.get<{ Params: { id: string } }>('/media/organisations/:id/logo', async (request, reply) => {
    const logo = await logoOf(hub, request.params.id);
    if (!logo) return reply.code(404).send();
    if (request.headers['if-none-match'] === logo.etag) return reply.code(304).send();
    return reply
      .header('content-type', logo.mediaType)
      .header('etag', logo.etag)
      .header('cache-control', 'public, max-age=86400')
      .send(logo.bytes);
  });
};

import type { FastifyInstance, FastifyReply } from 'fastify';
import { printSchema, lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import source from './embed.element.js?raw';

const open = (reply: FastifyReply, mediaType: string): FastifyReply =>
  reply
    .header('content-type', `${mediaType}; charset=utf-8`)
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', 'public, max-age=3600');

/** What foreign pages and partners fetch: the element `<kotoverkko-events>`, and the published schema. */
export const mountEmbed = (app: FastifyInstance, schema: GraphQLSchema): void => {
  const text = printSchema(lexicographicSortSchema(schema));
  app.get('/embed/kotoverkko-events.js', (_request, reply) => open(reply, 'text/javascript').send(source));
  app.get('/schema.graphql', (_request, reply) => open(reply, 'text/plain').send(text));
};

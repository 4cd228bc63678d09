import { gzipSync } from 'node:zlib';
import { fastify } from 'fastify';
import { buildSchema } from 'graphql';
import { afterAll, expect, it } from 'vitest';
import { mountEmbed } from './embed.ts';

const app = fastify();
mountEmbed(app, buildSchema('type Query { hello: String }'));
afterAll(() => app.close());

it('gives foreign pages an element of at most 15 kB that sets no cookie and writes no markup', async () => {
  const { body, headers } = await app.inject('/embed/kotoverkko-events.js');
  expect(gzipSync(body).length).toBeLessThanOrEqual(15_000);
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect(headers).not.toHaveProperty('set-cookie');
  expect(body).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|cookie =|localStorage|eval\(/);
  expect(body).toContain("credentials: 'omit'");
});

it('publishes the schema to whoever builds on it', async () => {
  const { body, headers } = await app.inject('/schema.graphql');
  expect(body).toContain('hello: String');
  expect(headers['access-control-allow-origin']).toBe('*');
});

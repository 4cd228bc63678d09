import { fastify, type FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { createTestLog } from '../graphql/tiny-schema.test-kit.ts';
import { addRequestLog, requestIdBy } from './request-log.ts';
import { trustsPeer } from './trusted-proxy.ts';

const log = createTestLog();

const start = (trustProxy: boolean | number | string): FastifyInstance => {
  log.lines.splice(0);
  const app = fastify({ trustProxy: false, genReqId: requestIdBy(trustProxy) });
  addRequestLog(app, log);
  app.get('/people/:id', async () => ({ ok: true }));
  app.get('/broken', async () => {
    throw new Error('secret');
  });
  app.get('/page', (_request, reply) => {
    reply.hijack();
    reply.raw.statusCode = 418;
    reply.raw.end('page');
  });
  return app;
};

describe('the request log', () => {
  it('names method, route pattern, status and duration, and nobody', async () => {
    const response = await start(false).inject('/people/maija?email=someone@example.fi');
    expect(log.lines).toEqual([
      {
        level: 'info',
        message: 'request',
        fields: {
          requestId: response.headers['x-request-id'],
          method: 'GET',
          route: '/people/:id',
          status: 200,
          durationMs: expect.any(Number),
        },
      },
    ]);
  });

  it('shows failures as errors, unknown paths without the path, and pages sent by hand', async () => {
    const app = start(false);
    for (const url of ['/broken', '/someone/secret', '/page']) await app.inject(url);
    expect(log.lines).toMatchObject([
      { level: 'error', fields: { route: '/broken', status: 500 } },
      { level: 'info', fields: { route: 'unknown', status: 404 } },
      { level: 'info', fields: { route: '/page', status: 418 } },
    ]);
    expect(JSON.stringify(log.lines)).not.toContain('secret');
  });

  it('keeps the request id of a trusted proxy alone, and only a plain one', async () => {
    const idFor = async (trustProxy: boolean | string, id: string) => {
      const response = await start(trustProxy).inject({ url: '/people/1', headers: { 'x-request-id': id } });
      return response.headers['x-request-id'];
    };
    expect(await idFor('127.0.0.1', 'abc-123_DEF.4')).toBe('abc-123_DEF.4');
    expect(await idFor(true, 'abc-123_DEF.4')).toBe('abc-123_DEF.4');
    for (const [trust, id] of [
      [false, 'abc-123_DEF.4'],
      ['10.0.0.0/8', 'abc-123_DEF.4'],
      ['127.0.0.1', 'short'],
      ['127.0.0.1', 'with spaces in it'],
      ['127.0.0.1', 'x'.repeat(65)],
    ] as const)
      expect(await idFor(trust, id)).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
  });
});

describe('trusted proxies', () => {
  it.each([
    [false, '10.0.0.1', false],
    [0, '10.0.0.1', false],
    [1, '10.0.0.1', true],
    ['10.0.0.0/8, 192.0.2.1', '10.9.9.9', true],
    ['10.0.0.0/8, 192.0.2.1', '::ffff:192.0.2.1', true],
    ['10.0.0.0/8, 192.0.2.1', '192.0.2.2', false],
    ['2001:db8::/32', '2001:db8::5', true],
    ['2001:db8::/32', '10.0.0.1', false],
  ])('TRUST_PROXY %s, peer %s: %s', (setting, peer, expected) =>
    expect(trustsPeer(setting)(peer)).toBe(expected),
  );

  it('do not include a peer that has gone', () => expect(trustsPeer('10.0.0.0/8')(undefined)).toBe(false));
});

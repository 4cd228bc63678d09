import { fastify, type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../clock.ts';
import { createApollo } from '../graphql/apollo.server.ts';
import { createLimits } from '../graphql/limits.ts';
import { createTestLog, tinySchema } from '../graphql/tiny-schema.test-kit.ts';
import { addressKeyOf } from './address-key.ts';
import { mountGraphql } from './graphql-over-http.ts';
import { createRateLimits, RateLimiter, type Caller } from './rate-limit.ts';

const clock = new ManualClock(new Date('2026-11-02T10:00:00Z'));

describe('a rate limiter', () => {
  it('allows the limit at once, then as much as the window gives back', () => {
    const limiter = new RateLimiter({ limit: 3, windowSeconds: 60, clock });
    const taken = Array.from({ length: 4 }, () => limiter.take('a').allowed);
    expect(taken).toEqual([true, true, true, false]);
    expect(limiter.take('a')).toEqual({ allowed: false, retryAfterSeconds: 20 });
    expect(limiter.take('b').allowed).toBe(true);
    clock.advance(20_000);
    expect(limiter.take('a').allowed).toBe(true);
    expect(limiter.take('a').allowed).toBe(false);
    clock.advance(3_600_000);
    expect(Array.from({ length: 4 }, () => limiter.take('a').allowed)).toEqual([true, true, true, false]);
  });

  it('lets a request through after exactly the seconds it named', () => {
    const limiter = new RateLimiter({ limit: 7, windowSeconds: 900, clock });
    for (let count = 0; count < 7; count += 1) limiter.take('a');
    const { retryAfterSeconds } = limiter.take('a', 3);
    clock.advance(retryAfterSeconds * 1000);
    expect(limiter.take('a', 3).allowed).toBe(true);
  });

  it('takes costs, and one above the limit only from a full bucket', () => {
    const limiter = new RateLimiter({ limit: 100, windowSeconds: 60, clock });
    expect(limiter.take('a', 500).allowed).toBe(true);
    expect(limiter.take('a', 500)).toEqual({ allowed: false, retryAfterSeconds: 60 });
  });

  it('is not moved by a clock that goes back', () => {
    const limiter = new RateLimiter({ limit: 1, windowSeconds: 60, clock });
    limiter.take('a');
    clock.advance(-30_000);
    expect(limiter.take('a').allowed).toBe(false);
  });

  it('forgets the key not seen for longest when it knows too many', () => {
    const limiter = new RateLimiter({ limit: 1, windowSeconds: 60, clock, maxKeys: 2 });
    for (const key of ['a', 'b', 'a', 'c']) limiter.take(key);
    expect(limiter.take('a').allowed).toBe(false);
    expect(limiter.take('b').allowed).toBe(true);
  });
});

describe('addresses', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s counts as %s', (address, key) => expect(addressKeyOf(address)).toBe(key));
});

describe('limits at the edge', () => {
  const log = createTestLog();
  let app: FastifyInstance;

  const start = async (options: Partial<Parameters<typeof createRateLimits>[0]>): Promise<void> => {
    const all = { perAddressPerMinute: 1000, perAccountPerMinute: 1000, costPerMinute: 1000, ...options };
    const rateLimits = createRateLimits(all, clock);
    const limits = createLimits();
    const plugin = rateLimits.plugin<Caller & object>((caller) => caller, limits.costOf);
    const apollo = createApollo<Caller & object>({
      schema: tinySchema,
      log,
      limits,
      introspection: false,
      plugins: [plugin],
    });
    await apollo.start();
    app = fastify({ trustProxy: true });
    app.addHook('onRequest', rateLimits.addressHook);
    app.addHook('onClose', () => apollo.stop());
    mountGraphql(app, apollo, {
      context: async (request) => ({
        address: request.ip,
        accountId: String(request.headers['x-account'] ?? '') || null,
      }),
    });
  };

  const ask = (headers: Record<string, string> = {}, query = '{ hello }') =>
    app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: { query },
    });

  beforeEach(() => clock.advance(3_600_000));
  afterEach(() => app.close());

  it('refuse an address with 429, Retry-After and the seconds as a fact', async () => {
    await start({ perAddressPerMinute: 2 });
    const statuses = [await ask(), await ask(), await ask()].map(({ statusCode }) => statusCode);
    expect(statuses).toEqual([200, 200, 429]);
    const response = await ask();
    expect(response.headers['retry-after']).toBe('30');
    expect(response.json()).toMatchObject({
      errors: [
        {
          extensions: { code: 'RATE_LIMITED', reason: 'TOO_MANY_REQUESTS', facts: { retryAfterSeconds: 30 } },
        },
      ],
    });
    expect((await ask({ 'x-forwarded-for': '192.0.2.7' })).statusCode).toBe(200);
    clock.advance(30_000);
    expect((await ask()).statusCode).toBe(200);
  });

  it('refuse an account wherever it comes from', async () => {
    await start({ perAccountPerMinute: 1 });
    expect((await ask({ 'x-account': 'a', 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(200);
    const response = await ask({ 'x-account': 'a', 'x-forwarded-for': '192.0.2.2' });
    expect([response.statusCode, response.headers['retry-after']]).toEqual([429, '60']);
    expect(response.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', facts: { retryAfterSeconds: 60 } } }],
    });
    expect(response.json()).not.toHaveProperty('data');
    expect((await ask({ 'x-account': 'b' })).statusCode).toBe(200);
    expect((await ask()).statusCode).toBe(200);
  });

  it('count what queries cost, for people without an account by address', async () => {
    await start({ costPerMinute: 6 });
    const query = '{ hello age echo }';
    expect((await ask({}, query)).statusCode).toBe(200);
    expect((await ask({}, query)).statusCode).toBe(200);
    const response = await ask({}, '{ hello }');
    expect(response.json()).toMatchObject({
      errors: [{ extensions: { reason: 'TOO_MUCH_WORK', facts: { retryAfterSeconds: 10 } } }],
    });
    expect((await ask({ 'x-account': 'a' }, query)).statusCode).toBe(200);
  });
});

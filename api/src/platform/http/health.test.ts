import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { mountHealth, type Readiness } from './health.ts';

const ready: Readiness = { database: { ok: true }, migrations: { ok: true }, worker: { ok: true } };

const askReadiness = (readiness: () => Promise<Readiness>, timeoutMilliseconds?: number) => {
  const app = fastify();
  mountHealth(app, readiness, timeoutMilliseconds);
  return app.inject('/readyz');
};

describe('health', () => {
  it('/healthz answers as long as the process does, whatever the database', async () => {
    const app = fastify();
    mountHealth(app, () => Promise.reject(new Error('down')));
    const response = await app.inject('/healthz');
    expect([response.statusCode, response.json(), response.headers['cache-control']]).toEqual([
      200,
      { status: 'ok' },
      'no-store',
    ]);
  });

  it('/readyz answers 200 when everything is there', async () => {
    const response = await askReadiness(async () => ready);
    expect([response.statusCode, response.json()]).toEqual([200, { status: 'ready', checks: ready }]);
  });

  it.each(['database', 'migrations', 'worker'] as const)(
    '/readyz answers 503 without the %s, and says why',
    async (part) => {
      const response = await askReadiness(async () => ({
        ...ready,
        [part]: { ok: false, detail: 'missing' },
      }));
      expect(response.statusCode).toBe(503);
      expect(response.json()).toMatchObject({
        status: 'not ready',
        checks: { [part]: { ok: false, detail: 'missing' } },
      });
    },
  );

  it('/readyz answers 503 when the check fails or does not end, without the failure text', async () => {
    const failing = await askReadiness(() => Promise.reject(new Error('secret host')));
    expect(failing.statusCode).toBe(503);
    expect(failing.body).not.toContain('secret');
    expect((await askReadiness(() => new Promise(() => undefined), 20)).statusCode).toBe(503);
  });
});

import type { FastifyInstance } from 'fastify';

export interface Check {
  readonly ok: boolean;
  /** For operators, e.g. "2 migrations are missing"; anyone can read it, so no names of hosts or people. */
  readonly detail?: string;
}

export interface Readiness {
  readonly database: Check;
  readonly migrations: Check;
  readonly worker: Check;
}

const unknown: Check = { ok: false, detail: 'no answer' };
const nothingKnown: Readiness = { database: unknown, migrations: unknown, worker: unknown };

const within = async <T>(milliseconds: number, answer: Promise<T>, otherwise: T): Promise<T> => {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(otherwise), milliseconds);
  try {
    return await Promise.race([answer, promise]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
};

/**
 * `GET /healthz`: this process answers. `GET /readyz`: it can serve, else 503 with what is missing; a check that
 * fails or takes longer than `timeoutMilliseconds` counts as not ready.
 */
export const mountHealth = (
  app: FastifyInstance,
  readiness: () => Promise<Readiness>,
  timeoutMilliseconds = 3000,
): void => {
  app.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );

  app.get('/readyz', async (_request, reply) => {
    const checks = await within(timeoutMilliseconds, readiness(), nothingKnown);
    const isReady = checks.database.ok && checks.migrations.ok && checks.worker.ok;
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not ready', checks });
  });
};

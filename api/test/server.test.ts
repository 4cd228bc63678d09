import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { readEnv } from '../src/platform/env.ts';
import { createServer } from '../src/server.ts';
import { useOwnHub } from './harness.ts';

const test = useOwnHub(readEnv({ RATE_LIMIT_PER_ADDRESS: '30', LOG_LEVEL: 'silent' }));

describe('the server', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = await createServer({ hub: test.hub, withPortal: false });
  });
  afterAll(() => server.close());

  const ask = (query: string, headers: Record<string, string> = {}) =>
    server.inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload: { query },
      remoteAddress: headers['x-from'] ?? '10.1.1.1',
    });

  it('answers strangers without a session and refuses forged ones alike', async () => {
    const query = '{ viewer { person { id } assurance } }';
    const nobody = { data: { viewer: { person: null, assurance: 'NONE' } } };
    expect((await ask(query)).json()).toEqual(nobody);
    expect((await ask(query, { cookie: '__Host-session=forged' })).json()).toEqual(nobody);
    expect((await ask(query, { cookie: `__Host-session=${'a'.repeat(43)}` })).json()).toEqual(nobody);
  });

  it('sets session cookies that no script and no other site can use', async () => {
    const answer = await ask(
      'mutation { requestSignInLink(input: { email: "amina@example.org", languageTag: "ar" }) { expiresInMinutes } }',
    );
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-[\w-]+=[\w-]+; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('tells nothing of its insides to who asks wrongly', async () => {
    const answer = await ask('{ viewerr { person { id } } }');
    expect(answer.json().errors[0].extensions).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'INVALID_QUERY',
    });
    expect(answer.body).not.toMatch(/Did you mean|node_modules|at Object/);
  });

  it('limits requests by address and says when to come again', async () => {
    const headers = { 'x-from': '10.2.2.2' };
    const codes: number[] = [];
    for (let round = 0; round < 40; round += 1)
      codes.push((await ask('{ region { code } }', headers)).statusCode);
    expect(codes.filter((code) => code === 429)).toHaveLength(10);
    const refused = await ask('{ region { code } }', headers);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json().errors[0].extensions).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('has no page for what does not exist, and no logo for a stranger’s id', async () => {
    expect((await server.inject('/nothing')).statusCode).toBe(404);
    expect((await server.inject('/media/organisations/x/logo')).statusCode).toBe(404);
  });
});

import { connect, type AddressInfo } from 'node:net';
import { fastify, type FastifyInstance, type InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HubError } from '../errors/hub-error.ts';
import { createApollo } from '../graphql/apollo.server.ts';
import { createTestLog, tinySchema } from '../graphql/tiny-schema.test-kit.ts';
import { executeInProcess, mountGraphql } from './graphql-over-http.ts';
import { addSecurityHeaders } from './security-headers.ts';

interface TestContext {
  readonly visits: string[];
}

const log = createTestLog();
const apollo = createApollo<TestContext>({ schema: tinySchema, log, introspection: false });
const seen: string[] = [];
let app: FastifyInstance;

beforeAll(async () => {
  await apollo.start();
  app = fastify();
  void app.register(async (scope) => {
    await addSecurityHeaders(scope);
    mountGraphql(scope, apollo, {
      context: async (request) => {
        if (request.headers['x-test'] === 'signed out')
          throw new HubError('UNAUTHENTICATED', 'SESSION_ENDED', 'Sign in again.');
        if (request.headers['x-test'] === 'broken') throw new Error('secret');
        seen.push(request.method);
        return { visits: ['first'] };
      },
      afterwards: (context, reply) =>
        void reply.header(
          'set-cookie',
          context.visits.map((each) => `visit=${each}`),
        ),
    });
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await app.close();
  await apollo.stop();
});

const NEW_TYPE = 'application/graphql-response+json';
const json = { 'content-type': 'application/json' };

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...json, ...headers },
    payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
  });

const get = (
  parameters: Record<string, string>,
  headers: Record<string, string> = { 'apollo-require-preflight': '1' },
) => app.inject({ method: 'GET', url: `/graphql?${new URLSearchParams(parameters).toString()}`, headers });

const reasonOf = (response: {
  json: () => { errors?: { extensions: { code: string; reason: string } }[] };
}) => {
  const extensions = response.json().errors?.[0]?.extensions;
  return extensions && `${extensions.code} ${extensions.reason}`;
};

describe('queries and mutations', () => {
  it('go by POST', async () => {
    const response = await post({ query: '{ hello }' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ data: { hello: 'world' } });
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      vary: 'accept',
      'set-cookie': ['visit=first'],
    });
    const created = await post({
      query: 'mutation { create(input: { name: "x" }) }',
      operationName: null,
      extensions: {},
    });
    expect(created.json()).toEqual({ data: { create: 'created' } });
  });

  it('with variables and an operation name go by POST and GET alike', async () => {
    const query = 'query a($text: String) { echo(text: $text) } query b { hello }';
    const data = { echo: 'å & ü' };
    expect((await post({ query, operationName: 'a', variables: { text: 'å & ü' } })).json()).toEqual({
      data,
    });
    const response = await get({ query, operationName: 'a', variables: '{"text":"å & ü"}' });
    expect(response.json()).toEqual({ data });
  });

  it('that change something do not go by GET', async () => {
    const response = await get({ query: 'mutation { create(input: { name: "x" }) }' });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST']);
    expect(reasonOf(response)).toBe('INVALID_INPUT METHOD_NOT_ALLOWED');
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const)('do not go by %s', async (method) => {
    const response = await app.inject({ method, url: '/graphql' } satisfies InjectOptions);
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, POST']);
    expect(reasonOf(response)).toBe('INVALID_INPUT METHOD_NOT_ALLOWED');
  });

  it('do not go by HEAD, whose answer has no body', async () => {
    const response = await app.inject({ method: 'HEAD', url: '/graphql?query={hello}' });
    expect([response.statusCode, response.headers.allow, response.body]).toEqual([405, 'GET, POST', '']);
  });
});

describe('media types of the answer', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/json', 'application/json'],
    [NEW_TYPE, NEW_TYPE],
    [`${NEW_TYPE}, application/json`, NEW_TYPE],
    [`application/json, ${NEW_TYPE}`, 'application/json'],
    [`application/json;q=0.5, ${NEW_TYPE};q=0.9`, NEW_TYPE],
    [`${NEW_TYPE};q=0, */*`, 'application/json'],
    [`${NEW_TYPE}, application/graphql+json, application/json, text/event-stream, multipart/mixed`, NEW_TYPE],
    ['text/html, application/json;q=0.1', 'application/json'],
  ])('for accept %s: %s', async (accept, type) => {
    const response = await post({ query: '{ hello }' }, accept ? { accept } : {});
    expect(response.headers['content-type']).toBe(`${type}; charset=utf-8`);
    expect(response.json()).toEqual({ data: { hello: 'world' } });
  });

  it('that the hub cannot make are refused before anything runs', async () => {
    seen.splice(0);
    for (const accept of ['text/html', 'multipart/mixed', 'application/json;q=0']) {
      const response = await post({ query: 'mutation { create(input: { name: "x" }) }' }, { accept });
      expect([response.statusCode, reasonOf(response)]).toEqual([406, 'INVALID_INPUT NOT_ACCEPTABLE']);
    }
    expect(seen).toEqual([]);
  });

  it.each([
    ['that do not parse', { query: '{' }],
    ['that are not valid', { query: '{ nothing }' }],
    ['that are beyond a limit', { query: `{ ${'hello '.repeat(11)} }` }],
    ['that name no operation', { query: 'query a { hello }', operationName: 'b' }],
    ['with wrong variables', { query: 'query ($n: Int!) { age(age: $n) }', variables: { n: 'x' } }],
    [
      'with text that is not allowed',
      { query: 'query ($t: String) { echo(text: $t) }', variables: { t: '\0' } },
    ],
  ])('well-formed requests %s: 400 in the new type, 200 in application/json', async (_name, body) => {
    const [fresh, old] = [
      await post(body, { accept: NEW_TYPE }),
      await post(body, { accept: 'application/json' }),
    ];
    expect([fresh.statusCode, old.statusCode]).toEqual([400, 200]);
    expect(fresh.json()).toEqual(old.json());
    expect(fresh.json()).not.toHaveProperty('data');
    expect(reasonOf(fresh)).toMatch(/^INVALID_INPUT /);
  });

  it('are 200 in both when a field fails', async () => {
    for (const accept of [NEW_TYPE, 'application/json']) {
      const response = await post({ query: '{ hello expected broken2: hello }' }, { accept });
      expect([response.statusCode, reasonOf(response)]).toEqual([200, 'CONFLICT OCCURRENCE_FULL']);
      expect((await post({ query: '{ broken }' }, { accept })).statusCode).toBe(200);
    }
  });
});

describe('bodies', () => {
  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/graphql'],
    [NEW_TYPE],
    ['application/json; charset=latin1'],
    [''],
  ])('of type "%s" are refused with 415', async (type) => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: type ? { 'content-type': type } : {},
      payload: '{"query":"{ hello }"}',
    });
    expect([response.statusCode, reasonOf(response)]).toEqual([
      415,
      'INVALID_INPUT MEDIA_TYPE_NOT_SUPPORTED',
    ]);
  });

  it('that are compressed are refused with 415', async () => {
    expect((await post({ query: '{ hello }' }, { 'content-encoding': 'gzip' })).statusCode).toBe(415);
  });

  it('in application/json with its character set named are read', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])
      expect((await post({ query: '{ hello }' }, { 'content-type': type })).statusCode).toBe(200);
  });

  it('of 100 000 bytes are read, one more byte is 413', async () => {
    const bodyOf = (bytes: number) => {
      const frame = JSON.stringify({ query: '{ hello }', extensions: { pad: '' } });
      return frame.replace('"pad":""', `"pad":"${'x'.repeat(bytes - frame.length)}"`);
    };
    expect((await post(bodyOf(100_000))).statusCode).toBe(200);
    const response = await post(bodyOf(100_001));
    expect([response.statusCode, reasonOf(response)]).toEqual([413, 'INVALID_INPUT BODY_TOO_LARGE']);
    expect(response.json()).toMatchObject({ errors: [{ extensions: { facts: { limitBytes: 100_000 } } }] });
  });

  it.each([
    ['that are no JSON', '{"query":', 'MALFORMED_JSON'],
    ['that are empty', '', 'MALFORMED_JSON'],
    ['that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'MALFORMED_JSON'],
    ['that poison prototypes', '{"query":"{ hello }","variables":{"__proto__":{"x":1}}}', 'MALFORMED_JSON'],
    ['with a batch of operations', [{ query: '{ hello }' }, { query: '{ hello }' }], 'BATCH_NOT_ALLOWED'],
    ['with an empty batch', [], 'BATCH_NOT_ALLOWED'],
    ['without a query', { qeury: '{ hello }' }, 'QUERY_MISSING'],
    ['with an empty query', { query: '' }, 'QUERY_MISSING'],
    ['with a query that is no text', { query: { kind: 'Document' } }, 'QUERY_MISSING'],
    ['with a list of variables', { query: '{ hello }', variables: [7] }, 'MALFORMED_REQUEST'],
    ['with variables as text', { query: '{ hello }', variables: '{}' }, 'MALFORMED_REQUEST'],
    ['with an operation name that is no text', { query: '{ hello }', operationName: 1 }, 'MALFORMED_REQUEST'],
    ['with extensions that are no object', { query: '{ hello }', extensions: 1 }, 'MALFORMED_REQUEST'],
    ['that are a text', '"{ hello }"', 'QUERY_MISSING'],
    ['that are null', 'null', 'QUERY_MISSING'],
    [
      'with a persisted query',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
      'PERSISTED_QUERIES_OFF',
    ],
  ])('%s are refused with a code', async (_name, body, reason) => {
    for (const accept of ['application/json', NEW_TYPE]) {
      const response = await post(body, { accept });
      expect(reasonOf(response)).toBe(`INVALID_INPUT ${reason}`);
      expect(response.statusCode).toBe(400);
      expect(response.body).not.toMatch(/stack|Apollo|graphql-js/);
    }
  });

  it('that arrive in chunks over a socket are read, and cut off at the limit', async () => {
    const { port } = app.server.address() as AddressInfo;
    const send = (chunks: readonly string[]): Promise<string> => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n',
        );
        socket.write('transfer-encoding: chunked\r\n\r\n');
        for (const chunk of chunks) socket.write(`${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`);
        socket.write('0\r\n\r\n');
      });
      socket.on('data', (data) => (answer += String(data)));
      socket.on('close', () => resolve(answer));
      socket.on('error', (error) => (answer ? resolve(answer) : reject(error)));
      return promise;
    };
    expect(await send(['{"query":', '"{ hel', 'lo }"}'])).toMatch(/^HTTP\/1.1 200 OK[\s\S]*"hello":"world"/);
    const large = await send(['{"query":"', ...Array.from({ length: 11 }, () => 'x'.repeat(10_000)), '"}']);
    expect(large).toMatch(/^HTTP\/1.1 413 [\s\S]*BODY_TOO_LARGE/);
  });
});

describe('requests from foreign pages', () => {
  it('that a browser would send without asking are refused', async () => {
    const response = await get({ query: '{ hello }' }, { 'sec-fetch-site': 'cross-site' });
    expect([response.statusCode, reasonOf(response)]).toEqual([400, 'INVALID_INPUT PREFLIGHT_REQUIRED']);
    expect((await get({ query: '{ hello }' }, {})).statusCode).toBe(400);
    expect((await get({ query: '{ hello }' }, { 'content-type': 'text/plain' })).statusCode).toBe(415);
  });

  it('from this site need nothing more', async () => {
    for (const site of ['same-origin', 'none'])
      expect((await get({ query: '{ hello }' }, { 'sec-fetch-site': site })).json()).toEqual({
        data: { hello: 'world' },
      });
  });

  it('are told nothing that would let them read answers', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    for (const response of [
      await post({ query: '{ hello }' }, headers),
      await app.inject({ method: 'OPTIONS', url: '/graphql', headers }),
    ])
      expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the context', () => {
  it('that fails as expected gives its own status and code', async () => {
    const response = await post({ query: '{ hello }' }, { 'x-test': 'signed out' });
    expect([response.statusCode, reasonOf(response)]).toEqual([401, 'UNAUTHENTICATED SESSION_ENDED']);
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('that breaks gives 500 and a number', async () => {
    const response = await post({ query: '{ hello }' }, { 'x-test': 'broken' });
    expect(response.statusCode).toBe(500);
    expect(response.body).toContain('INTERNAL');
    expect(response.body).not.toContain('secret');
  });
});

describe('in this process', () => {
  it('a request runs without HTTP, with the same limits and errors', async () => {
    const run = (query: string) => executeInProcess(apollo, { query }, async () => ({ visits: [] }));
    expect(await run('{ hello }')).toMatchObject({ status: 200, body: '{"data":{"hello":"world"}}\n' });
    const refused = await run('{ nothing }');
    expect(refused.status).toBe(400);
    expect(refused.headers['content-type']).toContain(NEW_TYPE);
    expect(refused.body).toContain('INVALID_QUERY');
  });
});

describe('security headers', () => {
  it('stand on every answer, also on refusals', async () => {
    for (const response of [
      await post({ query: '{ hello }' }),
      await app.inject({ method: 'PUT', url: '/graphql' }),
    ])
      expect(response.headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
  });

  it('do not reach routes outside', async () => {
    expect((await app.inject('/elsewhere')).headers['content-security-policy']).toBeUndefined();
  });
});

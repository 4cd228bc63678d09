import { afterEach, describe, expect, it, vi } from 'vitest';
import { send, type InProcessGraphQL } from './transport.ts';

const hook = Symbol.for('kotoverkko.graphql');

describe('a question to the API', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, hook);
    vi.unstubAllGlobals();
  });

  it('stays in the process where the API is there, with the visitor’s address', async () => {
    const ask = vi.fn<InProcessGraphQL>(async () => ({ status: 200, headers: {}, body: { data: {} } }));
    Reflect.set(globalThis, hook, ask);
    await send({ query: '{ viewer }' }, { 'x-client-address': '198.51.100.7' });
    expect(ask).toHaveBeenCalledWith({ query: '{ viewer }' }, { 'x-client-address': '198.51.100.7' });
  });

  it('goes over HTTP where it is not, the address as a proxy would tell it', async () => {
    const request = vi.fn<typeof fetch>(async () =>
      Response.json(
        { data: { ok: true } },
        {
          headers: [
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
          ],
        },
      ),
    );
    vi.stubGlobal('fetch', request);
    const answer = await send({ query: '{ viewer }' }, { cookie: 's=1', 'x-client-address': '198.51.100.7' });
    expect(answer).toEqual({
      status: 200,
      headers: { 'set-cookie': ['a=1', 'b=2'] },
      body: { data: { ok: true } },
    });
    expect(request.mock.calls[0]?.[1]?.headers).toEqual({ cookie: 's=1', 'x-forwarded-for': '198.51.100.7' });
  });
});

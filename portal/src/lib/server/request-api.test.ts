import { isRedirect, type RequestEvent } from '@sveltejs/kit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRequestApi } from './request-api.ts';
import type { GraphQLAnswer, InProcessGraphQL } from './transport.ts';

const hook = Symbol.for('kotoverkko.graphql');
const question = 'query Probe { probe }';

function answerWith(answer: Partial<GraphQLAnswer>): ReturnType<typeof vi.fn<InProcessGraphQL>> {
  const ask = vi.fn<InProcessGraphQL>(async () => ({ status: 200, headers: {}, body: {}, ...answer }));
  Reflect.set(globalThis, hook, ask);
  return ask;
}

/** As much of a request as the client looks at. */
function anEvent(routeId: string): { event: RequestEvent; set: ReturnType<typeof vi.fn> } {
  const set = vi.fn();
  const event = {
    url: new URL('https://hub.example/ar/association?tab=waiting'),
    request: new Request('https://hub.example/', { headers: { 'x-request-id': 'r-1' } }),
    route: { id: routeId },
    locals: { lang: 'ar' },
    getClientAddress: () => '198.51.100.7',
    cookies: {
      getAll: () => [{ name: '__Host-session', value: 'abc' }],
      parse: (line: string) => {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        return { name, value, httpOnly: true, secure: true, path: '/' };
      },
      set,
    },
  };
  return { event: event as unknown as RequestEvent, set };
}

describe('the API as a visitor sees it', () => {
  afterEach(() => void Reflect.deleteProperty(globalThis, hook));

  it('is told who asks, in which language, from where and in which request', async () => {
    const ask = answerWith({ body: { data: { probe: 1 } } });
    const { event } = anEvent('/[lang]/(public)');
    const result = await createRequestApi(event).query(question, {});
    expect(result).toEqual({ data: { probe: 1 }, error: undefined });
    expect(ask.mock.calls[0]?.[0]).toMatchObject({ query: expect.stringContaining('probe') });
    expect(ask.mock.calls[0]?.[1]).toMatchObject({
      cookie: '__Host-session=abc',
      'accept-language': 'ar',
      'x-client-address': '198.51.100.7',
      'x-request-id': 'r-1',
    });
  });

  it('hands the cookies it sets on to the visitor', async () => {
    answerWith({
      body: { data: {} },
      headers: { 'Set-Cookie': '__Host-session=new; Path=/; Secure; HttpOnly' },
    });
    const { event, set } = anEvent('/[lang]/(auth)/sign-in');
    await createRequestApi(event).mutate('mutation SignIn { signIn }', {});
    expect(set).toHaveBeenCalledWith(
      '__Host-session',
      'new',
      expect.objectContaining({ path: '/', httpOnly: true }),
    );
  });

  it('tells a refusal by its code, also when the answer has status 200 or 400', async () => {
    const errors = [
      { message: 'Full.', extensions: { code: 'CONFLICT', reason: 'OCCURRENCE_FULL', facts: { left: 0 } } },
    ];
    for (const status of [200, 400]) {
      answerWith({ status, body: { errors, data: null } });
      const { error } = await createRequestApi(anEvent('/[lang]/(public)').event).query(question, {});
      expect(error).toMatchObject({ code: 'CONFLICT', reason: 'OCCURRENCE_FULL', facts: { left: 0 } });
    }
  });

  it('that does not answer is UNREACHABLE', async () => {
    Reflect.set(globalThis, hook, () => Promise.reject(new Error('down')));
    const { error } = await createRequestApi(anEvent('/[lang]/(public)').event).query(question, {});
    expect(error?.code).toBe('UNREACHABLE');
  });

  it('sends whoever is no longer signed in from a desk to sign in, and back afterwards', async () => {
    answerWith({ body: { errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] } });
    const desk = createRequestApi(anEvent('/[lang]/(desk)/association').event);
    const thrown: unknown = await desk.query(question, {}).catch((reason: unknown) => reason);
    expect(isRedirect(thrown) && thrown.location).toBe(
      '/ar/sign-in?next=%2Far%2Fassociation%3Ftab%3Dwaiting',
    );
    const elsewhere = createRequestApi(anEvent('/[lang]/(public)').event);
    expect((await elsewhere.query(question, {})).error?.code).toBe('UNAUTHENTICATED');
  });
});

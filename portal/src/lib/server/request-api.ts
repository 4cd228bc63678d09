import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  Client,
  fetchExchange,
  type AnyVariables,
  type DocumentInput,
  type OperationResult,
} from '@urql/core';
import { ApiError, toApiError } from '#lib/api/api-error.ts';
import { passCookies, send, type GraphQLBody } from './transport.ts';

/** Either the data or why there is none. A read with `error` may still hold nullable parts: they are dropped. */
export type ApiResult<Data> = { data: Data; error: undefined } | { data: undefined; error: ApiError };

/** The API as this visitor sees it, for the length of one request. */
export interface RequestApi {
  query<Data, Variables extends AnyVariables>(
    document: DocumentInput<Data, Variables>,
    variables: Variables,
  ): Promise<ApiResult<Data>>;
  mutate<Data, Variables extends AnyVariables>(
    document: DocumentInput<Data, Variables>,
    variables: Variables,
  ): Promise<ApiResult<Data>>;
}

/** What the API must know of the visitor: who (cookies), in which language, from where, in which request. */
function headersOf(event: RequestEvent): Record<string, string> {
  const cookies = event.cookies.getAll({ decode: (value) => value });
  const requestId = event.request.headers.get('x-request-id');
  const userAgent = event.request.headers.get('user-agent');
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'accept-language': event.locals.lang,
    'x-client-address': event.getClientAddress(),
    // Apollo's protection against forged requests asks for a header that no form can send.
    'apollo-require-preflight': 'true',
    ...(cookies.length > 0 ? { cookie: cookies.map((c) => `${c.name}=${c.value}`).join('; ') } : {}),
    ...(requestId ? { 'x-request-id': requestId } : {}),
    ...(userAgent ? { 'user-agent': userAgent } : {}),
  };
}

function signInFirst(event: RequestEvent): never {
  const next = event.url.pathname + (event.request.method === 'GET' ? event.url.search : '');
  redirect(303, `/${event.locals.lang}/sign-in?${new URLSearchParams({ next })}`);
}

function settle<Data>(event: RequestEvent, result: OperationResult<Data>): ApiResult<Data> {
  if (!result.error) {
    if (result.data !== undefined) return { data: result.data, error: undefined };
    return { data: undefined, error: toApiError([]) };
  }
  const error = result.error.networkError
    ? new ApiError({ code: 'UNREACHABLE', message: result.error.networkError.message })
    : toApiError(result.error.graphQLErrors);
  if (error.code === 'UNAUTHENTICATED' && event.route.id?.includes('(desk)')) signInFirst(event);
  return { data: undefined, error };
}

/** One client for one request: nothing of one visitor can reach another. */
export function createRequestApi(event: RequestEvent): RequestApi {
  const answerTo = async (_input: unknown, init: RequestInit | undefined): Promise<Response> => {
    const body = JSON.parse(String(init?.body)) as GraphQLBody;
    const answer = await send(body, headersOf(event));
    passCookies(answer, event.cookies);
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    return new Response(text, { status: answer.status, headers: { 'content-type': 'application/json' } });
  };
  const client = new Client({
    url: 'http://api.invalid/graphql',
    exchanges: [fetchExchange],
    fetch: answerTo as typeof fetch,
    preferGetMethod: false,
    requestPolicy: 'network-only',
  });
  return {
    query: async (document, variables) => settle(event, await client.query(document, variables).toPromise()),
    mutate: async (document, variables) =>
      settle(event, await client.mutation(document, variables).toPromise()),
  };
}

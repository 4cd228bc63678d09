import type { Cookies } from '@sveltejs/kit';

/** One GraphQL operation, as it goes over HTTP. */
export interface GraphQLBody {
  query: string;
  variables?: unknown;
  operationName?: string;
}

export interface GraphQLAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: unknown;
}

/**
 * How the API's process lets the portal in it ask without a hop over the network. Whoever serves both in
 * one process sets `globalThis[Symbol.for('kotoverkko.graphql')]` before the first request.
 */
export type InProcessGraphQL = (body: GraphQLBody, headers: Record<string, string>) => Promise<GraphQLAnswer>;

const hook = Symbol.for('kotoverkko.graphql');

function inProcess(): InProcessGraphQL | undefined {
  const candidate: unknown = Reflect.get(globalThis, hook);
  return typeof candidate === 'function' ? (candidate as InProcessGraphQL) : undefined;
}

async function overHttp(body: GraphQLBody, headers: Record<string, string>): Promise<GraphQLAnswer> {
  const { 'x-client-address': address, ...others } = headers;
  const response = await fetch(process.env['API_URL'] ?? 'http://localhost:4000/graphql', {
    method: 'POST',
    headers: { ...others, ...(address ? { 'x-forwarded-for': address } : {}) },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: { 'set-cookie': response.headers.getSetCookie() },
    body: await response.json(),
  };
}

/** Sends one operation to the API: inside the process where it can, else to `API_URL`. */
export function send(body: GraphQLBody, headers: Record<string, string>): Promise<GraphQLAnswer> {
  return (inProcess() ?? overHttp)(body, headers);
}

/** Hands the cookies that the API set on to the visitor. */
export function passCookies(answer: GraphQLAnswer, cookies: Cookies): void {
  const found = Object.entries(answer.headers).find(([name]) => name.toLowerCase() === 'set-cookie');
  for (const line of [found?.[1] ?? []].flat()) {
    const parsed = cookies.parse(line);
    if (!parsed.name) continue;
    const { name, value, ...options } = parsed;
    cookies.set(name, value ?? '', {
      ...options,
      path: options.path ?? '/',
      httpOnly: options.httpOnly ?? false,
      secure: options.secure ?? false,
    });
  }
}

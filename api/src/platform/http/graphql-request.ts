import { HeaderMap, type ApolloServer, type BaseContext, type HTTPGraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { HubError } from '../errors/hub-error.ts';
import { statusOf } from './error-reply.ts';
import { GRAPHQL_TYPE } from './media-type.ts';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
  readonly headers?: Headers;
}

export const headerMapOf = (headers: Headers): HeaderMap => {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, typeof value === 'string' ? value : value.join(', '));
  return map;
};

/** Apollo answers 500 when the context cannot be made; an expected failure there has a status of its own. */
const withStatus = async <Context>(makeContext: () => Promise<Context>): Promise<Context> => {
  try {
    return await makeContext();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    throw new GraphQLError(error.message, {
      originalError: error,
      extensions: { http: { status: statusOf(error) } },
    });
  }
};

/** Runs one request whose form has been checked. */
export const executeGraphql = async <Context extends BaseContext>(
  apollo: ApolloServer<Context>,
  httpGraphQLRequest: HTTPGraphQLRequest,
  makeContext: () => Promise<Context>,
): Promise<GraphqlAnswer> => {
  const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context: () => withStatus(makeContext),
  });
  // Chunks come with @defer and @stream, which this engine does not have.
  if (body.kind !== 'complete') throw new TypeError('An answer in parts cannot be sent.');
  return { status: status ?? 200, headers: Object.fromEntries(headers), body: body.string };
};

/**
 * Runs a request of this process, e.g. of a page that is rendered here, with no HTTP in between: same limits, same
 * error form. Answers in application/graphql-response+json: 400 when the document or its variables are refused.
 */
export const executeInProcess = <Context extends BaseContext>(
  apollo: ApolloServer<Context>,
  request: GraphqlRequest,
  makeContext: () => Promise<Context>,
): Promise<GraphqlAnswer> => {
  const { query, variables = {}, operationName = null } = request;
  const headers = headerMapOf(request.headers ?? {});
  headers.set('content-type', 'application/json');
  headers.set('accept', GRAPHQL_TYPE);
  return executeGraphql(
    apollo,
    { method: 'POST', headers, search: '', body: { query, variables, operationName } },
    makeContext,
  );
};

import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

const requestErrors = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
];

/**
 * Two corrections of Apollo after GraphQL over HTTP. An answer of the older type application/json has status 200 for
 * every well-formed request, also when its document or variables are refused; application/graphql-response+json says
 * 400, as Apollo does for both. And a request without a document (a persisted query) is not well-formed: 400.
 */
export const statusPlugin = <Context extends BaseContext>(): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response: { http }, errors }) => {
      const codes = errors?.map((error) => String(error.extensions['code'])) ?? [];
      if (codes.some((code) => code.startsWith('PERSISTED_QUERY_'))) http.status = 400;
      else if (http.status === 400 && codes.every((code) => requestErrors.includes(code)))
        http.status = request.http?.headers.get('accept')?.startsWith('application/json') ? 200 : 400;
    },
  }),
});

import type { GraphQLFormattedError } from 'graphql';
import { HubError, type FieldProblem } from '../errors/hub-error.ts';
import { safeQueryMessage, safeSyntaxMessage, safeValueMessage } from './safe-message.ts';

const refuse = (reason: string, message: string, details?: HubError['details']): HubError =>
  new HubError('INVALID_INPUT', reason, message, details);

const originalOf = (error: unknown): Error | undefined => {
  const original = error instanceof Error && 'originalError' in error ? error.originalError : undefined;
  return original instanceof Error ? original : undefined;
};

const reasonOf = (extensions: unknown): string | undefined => {
  const reason =
    typeof extensions === 'object' && extensions !== null && 'reason' in extensions && extensions.reason;
  return typeof reason === 'string' ? reason : undefined;
};

/** `input.places[0].name` out of `Variable "$input" got invalid value {…} at "input.places[0].name"; …`. */
const pathOf = (message: string, variable: string, inner: string): string => {
  const head = message.endsWith(`; ${inner}`) ? message.slice(0, -inner.length - 2) : '';
  return / at "([\w.[\]]+)"$/.exec(head)?.[1] ?? variable;
};

const variableRefusal = (error: unknown, extensions: GraphQLFormattedError['extensions']): HubError => {
  const message = error instanceof Error ? error.message : '';
  const variable = /^Variable "\$(\w+)" /.exec(message)?.[1] ?? '';
  const missing = /^Variable "\$\w+" of (?:required|non-null) type "([\w[\]!]+)"/.exec(message);
  const inner = originalOf(error);
  const reason = reasonOf(extensions);
  const text = missing
    ? 'A value is required here.'
    : safeValueMessage(inner?.message ?? '', reason !== undefined);
  const path = missing || !inner ? variable : pathOf(message, variable, inner.message);
  const field: FieldProblem = { path, message: text, ...(reason && { reason }) };
  return refuse('INVALID_VARIABLES', `Variable $${path}: ${text}`, { fields: [field] });
};

const syntaxRefusal = (message: string): HubError => {
  const tokens = /more tha\w (\d+) tokens/.exec(message)?.[1];
  if (!tokens) return refuse('SYNTAX', safeSyntaxMessage(message));
  return refuse('QUERY_TOO_LONG', `The query is too long: at most ${tokens} tokens.`, {
    facts: { limit: Number(tokens) },
  });
};

const queryRefusal = (
  message: string,
  extensions: NonNullable<GraphQLFormattedError['extensions']>,
): HubError => {
  if (extensions['validationErrorCode'] === 'INTROSPECTION_DISABLED')
    return refuse('INTROSPECTION_OFF', 'Introspection is off; read the published schema.graphql.');
  const { facts } = extensions;
  const details = typeof facts === 'object' && facts !== null ? { facts: { ...facts } } : {};
  return refuse(reasonOf(extensions) ?? 'INVALID_QUERY', safeQueryMessage(message), details);
};

const badRequests: readonly (readonly [form: RegExp, reason: string, message: string])[] = [
  [
    /Cross-Site Request Forgery/,
    'PREFLIGHT_REQUIRED',
    'Send content-type application/json, or the header apollo-require-preflight.',
  ],
  [/batching/, 'BATCH_NOT_ALLOWED', 'Send one operation for each request.'],
  [
    /^GET requests only support query operations/,
    'METHOD_NOT_ALLOWED',
    'Only queries go by GET; send this by POST.',
  ],
  [/`?query`?|POST body missing|No operations/, 'QUERY_MISSING', 'Send the query as a text named "query".'],
];

const badRequestRefusal = (message: string): HubError => {
  const [, reason, text] = badRequests.find(([form]) => form.test(message)) ?? [];
  return refuse(
    reason ?? 'MALFORMED_REQUEST',
    text ?? 'The parameters of the request do not have the right form.',
  );
};

/** Apollo's code of an error; what the engine reports outside Apollo (streams, tests) has none and goes by its form. */
const codeOf = ({ message, locations, path, extensions }: GraphQLFormattedError): unknown => {
  const code = extensions?.['code'];
  if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR') return code;
  if (path) return undefined;
  if (message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  if (message.startsWith('Variable "$')) return 'BAD_USER_INPUT';
  if (/^(?:Must provide an operation|Must provide operation name|Unknown operation named)/.test(message))
    return 'OPERATION_RESOLUTION_FAILURE';
  // Only a document that was never run has a place in its text and none in the answer.
  return locations ? 'GRAPHQL_VALIDATION_FAILED' : undefined;
};

/** What a caller did wrong with the document, its variables or its request; undefined for every other error. */
export const inputRefusalOf = (formatted: GraphQLFormattedError, error: unknown): HubError | undefined => {
  const extensions = formatted.extensions ?? {};
  switch (codeOf(formatted)) {
    case 'GRAPHQL_PARSE_FAILED':
      return syntaxRefusal(formatted.message);
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'INVALID_INPUT':
      return queryRefusal(formatted.message, extensions);
    case 'BAD_USER_INPUT':
      if (reasonOf(extensions) === 'TEXT_NOT_ALLOWED')
        return new HubError('INVALID_INPUT', 'TEXT_NOT_ALLOWED', formatted.message, extensions);
      return variableRefusal(error, extensions);
    case 'OPERATION_RESOLUTION_FAILURE':
      return refuse('UNKNOWN_OPERATION', 'Name one operation of the document in operationName.');
    case 'PERSISTED_QUERY_NOT_FOUND':
    case 'PERSISTED_QUERY_NOT_SUPPORTED':
      return refuse('PERSISTED_QUERIES_OFF', formatted.message);
    case 'BAD_REQUEST':
      return badRequestRefusal(formatted.message);
  }
  // Arguments that only fail when a field runs: a nullable variable that is null at a required place.
  const argument = /^Argument "(\w+)" (?:has invalid value|of (?:required|non-null) type) /.exec(
    formatted.message,
  )?.[1];
  if (!argument) return undefined;
  const message = 'The value does not have the expected form.';
  return refuse('INVALID_VARIABLES', `Argument ${argument}: ${message}`, {
    fields: [{ path: argument, message }],
  });
};

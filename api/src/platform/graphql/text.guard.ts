import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, type ASTNode, type ValidationRule } from 'graphql';

/** PostgreSQL stores no NUL, and half a surrogate pair is no character: such text would fail deep inside. */
export const isTextAllowed = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const message = 'A text holds characters that are not allowed (NUL or half of a surrogate pair).';

const refusal = (options: { readonly nodes?: ASTNode; readonly path?: string }): GraphQLError =>
  new GraphQLError(message, {
    nodes: options.nodes,
    extensions: {
      code: 'BAD_USER_INPUT',
      reason: 'TEXT_NOT_ALLOWED',
      http: { status: 400 },
      ...(options.path && { fields: [{ path: options.path, message, reason: 'TEXT_NOT_ALLOWED' }] }),
    },
  });

/** Where the first refused text stands, as `input.title` or `names[2]`; undefined when all text is allowed. */
export const refusedTextIn = (variables: Readonly<Record<string, unknown>>): string | undefined => {
  // A list and not recursion: a body can nest values deeper than the stack.
  const waiting: (readonly [path: string, value: unknown])[] = Object.entries(variables);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path, value] = next;
    if (typeof value === 'string' && !isTextAllowed(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isTextAllowed(key)) return path;
      waiting.push([
        path.length > 200 ? path : Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`,
        inner,
      ]);
    }
  }
  return undefined;
};

/** Texts written in a document. */
export const textRule: ValidationRule = (context) => ({
  StringValue(node) {
    if (!isTextAllowed(node.value)) context.reportError(refusal({ nodes: node }));
  },
});

/** Texts sent as variables: INVALID_INPUT, TEXT_NOT_ALLOWED, with the place of the first one. */
export const textPlugin = <Context extends BaseContext>(): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ request }) => {
      const path = refusedTextIn(request.variables ?? {});
      if (path !== undefined) throw refusal({ path });
    },
  }),
});

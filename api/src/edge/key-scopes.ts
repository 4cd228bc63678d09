import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.ts';
import { scopeProblem, type KeyScope } from '../rooms/integrations/index.ts';

/** Holds operations of API keys to their scopes, before anything runs. */
export const keyScopes: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue, schema, document }) => {
      if (contextValue.keyScopes === null) return;
      const problem = scopeProblem(schema, document, contextValue.keyScopes as readonly KeyScope[]);
      if (problem) throw problem;
    },
  }),
};

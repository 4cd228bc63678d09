import {
  getOperationAST,
  GraphQLError,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ParseOptions,
  type ValidationRule,
} from 'graphql';
import { measureQuery, type QueryMeasure } from './query-measure.ts';

export interface LimitOptions {
  /** Levels of fields. */
  readonly depth?: number;
  /** Fields, those below a list once for each row (`first`, else `defaultPageSize`). */
  readonly complexity?: number;
  readonly aliases?: number;
  readonly rootFields?: number;
  /** Directives in one operation with its fragments. */
  readonly directives?: number;
  /** Lexical tokens of a whole document. */
  readonly tokens?: number;
  readonly defaultPageSize?: number;
  readonly variablePageSize?: number;
  /** Whether subscription operations may pass; only a transport that can answer them sets this. */
  readonly subscriptions?: boolean;
}

export interface Limits {
  readonly validationRules: ValidationRule[];
  readonly parseOptions: ParseOptions;
  /** The complexity of the operation that would run; 0 when there is none of that name. */
  readonly costOf: (schema: GraphQLSchema, document: DocumentNode, operationName?: string | null) => number;
}

const defaults = {
  depth: 12,
  complexity: 2000,
  aliases: 15,
  rootFields: 10,
  directives: 10,
  tokens: 2000,
  defaultPageSize: 20,
  variablePageSize: 100,
  subscriptions: false,
};

const refusals: readonly (readonly [measure: keyof QueryMeasure, reason: string, message: string])[] = [
  ['depth', 'QUERY_TOO_DEEP', 'The query nests fields too deeply'],
  ['complexity', 'QUERY_TOO_COMPLEX', 'The query asks for too much at once'],
  ['aliases', 'TOO_MANY_ALIASES', 'The query has too many aliases'],
  ['rootFields', 'TOO_MANY_ROOT_FIELDS', 'The query has too many fields at its root'],
  ['directives', 'TOO_MANY_DIRECTIVES', 'The query has too many directives'],
];

const refuse = (
  node: OperationDefinitionNode,
  reason: string,
  message: string,
  facts?: object,
): GraphQLError =>
  new GraphQLError(message, {
    nodes: node,
    extensions: { code: 'INVALID_INPUT', reason, ...(facts && { facts }) },
  });

/**
 * Limits on what one document may ask. A refusal is INVALID_INPUT with the reason QUERY_TOO_DEEP, QUERY_TOO_COMPLEX,
 * TOO_MANY_ALIASES, TOO_MANY_ROOT_FIELDS, TOO_MANY_DIRECTIVES (facts: limit, actual), QUERY_TOO_LONG (fact: limit) or
 * SUBSCRIPTION_NOT_HERE. Variables are not known when a document is checked (the result is kept with the document),
 * so `first: $first` counts as 100 rows; `first: 20` in the document counts as 20.
 */
export const createLimits = (options: LimitOptions = {}): Limits => {
  const limits = { ...defaults, ...options };
  const measures = new WeakMap<OperationDefinitionNode, QueryMeasure>();

  const measureOf = (
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): QueryMeasure => {
    const known = measures.get(operation);
    if (known) return known;
    const fresh = measureQuery(schema, document, operation, limits);
    measures.set(operation, fresh);
    return fresh;
  };

  const withinLimits: ValidationRule = (context) => ({
    Document(document) {
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        const measure = measureOf(context.getSchema(), document, operation);
        for (const [name, reason, message] of refusals) {
          const facts = { limit: limits[name], actual: measure[name] };
          if (facts.actual <= facts.limit) continue;
          const text = `${message}: ${facts.actual}, at most ${facts.limit}.`;
          context.reportError(refuse(operation, reason, text, facts));
        }
      }
    },
  });

  const noSubscriptions: ValidationRule = (context) => ({
    OperationDefinition(operation) {
      if (operation.operation !== 'subscription') return;
      const message = 'Subscriptions are not answered here; open them as a stream of events.';
      context.reportError(refuse(operation, 'SUBSCRIPTION_NOT_HERE', message));
    },
  });

  return {
    validationRules: limits.subscriptions ? [withinLimits] : [noSubscriptions, withinLimits],
    parseOptions: { maxTokens: limits.tokens },
    costOf: (schema, document, operationName) => {
      const operation = getOperationAST(document, operationName);
      return operation ? measureOf(schema, document, operation).complexity : 0;
    },
  };
};

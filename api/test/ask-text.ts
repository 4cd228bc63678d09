import {
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';

export interface Question {
  readonly schema: GraphQLSchema;
  readonly source: string;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly contextValue: unknown;
}

type Understood = DocumentNode | Pick<ExecutionResult, 'errors'>;

const understood = new WeakMap<GraphQLSchema, Map<string, Understood>>();

const understand = (schema: GraphQLSchema, source: string): Understood => {
  try {
    const document = parse(source);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : document;
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
};

/** Runs a text of GraphQL as the server does; parsed and validated once, for tests ask the same again and again. */
export const askText = async (question: Question): Promise<ExecutionResult> => {
  const { schema, source, variableValues, contextValue } = question;
  const known = understood.get(schema) ?? new Map<string, Understood>();
  understood.set(schema, known);
  const meaning = known.get(source) ?? understand(schema, source);
  known.set(source, meaning);
  return 'kind' in meaning ? execute({ schema, document: meaning, variableValues, contextValue }) : meaning;
};

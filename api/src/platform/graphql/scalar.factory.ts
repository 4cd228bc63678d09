import { GraphQLError, GraphQLScalarType, Kind, type ASTNode } from 'graphql';

export interface TextScalarOptions<Value, Output = string> {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL?: string;
  /** Reason a client reads when the value is refused. */
  readonly reason: string;
  /** What is expected, as a sentence; it must not repeat the value, which may be personal. */
  readonly expected: string;
  /** The value as services get it, undefined when it is not allowed. */
  readonly parse: (text: string) => Value | undefined;
  /** Throws, or returns undefined, when what a service returned cannot be shown. */
  readonly serialize: (value: unknown) => Output | undefined;
}

const attempt = <Value>(parse: () => Value): Value | undefined => {
  try {
    return parse();
  } catch {
    return undefined;
  }
};

/** A scalar that is a text on the wire. Its refusals carry `reason` and name what is expected. */
export const textScalar = <Value, Output = string>(
  options: TextScalarOptions<Value, Output>,
): GraphQLScalarType<Value, Output> => {
  const read = (value: unknown, nodes?: ASTNode): Value => {
    const parsed = typeof value === 'string' ? attempt(() => options.parse(value)) : undefined;
    if (parsed !== undefined) return parsed;
    throw new GraphQLError(options.expected, { nodes, extensions: { reason: options.reason } });
  };
  return new GraphQLScalarType<Value, Output>({
    name: options.name,
    description: options.description,
    specifiedByURL: options.specifiedByURL,
    parseValue: (value) => read(value),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined, node),
    serialize: (value) => {
      const shown = attempt(() => options.serialize(value));
      if (shown !== undefined) return shown;
      throw new TypeError(`A field of type ${options.name} holds a value that is not one.`);
    },
  });
};

import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/**
 * Plumbing that has no row: introspection, pages (`XConnection`, `XEdge`, `PageInfo`: their nodes have rows) and
 * the payloads of mutations (the mutation has one, and what it answers with is read by the same fields as elsewhere).
 */
const isPlumbing = ({ name }: GraphQLObjectType): boolean =>
  name.startsWith('__') || name === 'PageInfo' || /(Connection|Edge|Payload)$/.test(name);

/** Every `Type.field` that must have a row in the matrix. */
export const accessFieldsOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !isPlumbing(type))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
    .sort();

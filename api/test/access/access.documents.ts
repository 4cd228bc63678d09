import {
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Objects below a root field that are asked for; pages do not count. */
const DEPTH = 4;

type Fields = readonly GraphQLField<unknown, unknown>[];

const fieldsOf = (type: GraphQLObjectType): Fields => Object.values(type.getFields());
const pageFields: readonly string[] = ['nodes', 'totalCount'];
const isPage = ({ name }: GraphQLObjectType): boolean => name.endsWith('Connection');

/** What is asked for on the way down, and which paths (dotted names) are left out. */
interface Walk {
  readonly path: string;
  readonly above: readonly string[];
  readonly depth: number;
  readonly omitted: ReadonlySet<string>;
}

const selectionOf = (type: GraphQLObjectType, walk: Walk): string => {
  const parts = fieldsOf(type)
    .filter(({ name }) => !isPage(type) || pageFields.includes(name))
    .map((field) => fieldText(field, walk));
  return `__typename ${parts.join(' ')}`;
};

const fieldText = ({ name, type: fieldType }: Fields[number], walk: Walk): string => {
  const path = `${walk.path}.${name}`;
  if (walk.omitted.has(path)) return '';
  const type = getNamedType(fieldType);
  if (!isObjectType(type)) return name;
  const isBelow = !isPage(type);
  if (walk.above.includes(type.name) || (isBelow && walk.depth === 0)) return '';
  const below = { ...walk, path, above: [...walk.above, type.name], depth: walk.depth - (isBelow ? 1 : 0) };
  return `${name} { ${selectionOf(type, below)} }`;
};

/**
 * A query that asks for one root field and for everything below it, but no type within itself. The root field's
 * arguments are variables of their names. `omitted`: dotted paths that are left out.
 */
export const documentOf = (
  schema: GraphQLSchema,
  root: string,
  variables: Readonly<Record<string, unknown>>,
  omitted: ReadonlySet<string> = new Set(),
): string => {
  const field = schema.getQueryType()?.getFields()[root];
  const type = field && getNamedType(field.type);
  if (!field || !isObjectType(type)) throw new Error(`${root} is no query for an object`);
  const used = field.args.filter(({ name }) => name in variables);
  const heads = used.map(({ name, type: argumentType }) => `$${name}: ${String(argumentType)}`).join(', ');
  const values = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const walk = { path: root, above: [type.name], depth: isPage(type) ? DEPTH : DEPTH - 1, omitted };
  const call = used.length === 0 ? root : `${root}(${values})`;
  return `query ${used.length === 0 ? '' : `(${heads})`} { __typename ${call} { ${selectionOf(type, walk)} } }`;
};

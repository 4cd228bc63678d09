import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What one operation asks for, with fragments spread out. Upper bounds: fields that merge count twice. */
export interface QueryMeasure {
  /** Levels of fields; `{ a { b } }` is 2. */
  readonly depth: number;
  /** Fields, those below a list once for each row that may come. */
  readonly complexity: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
}

export interface PageSizes {
  /** Rows counted for a list that does not say how many. */
  readonly defaultPageSize: number;
  /** Rows counted when `first` comes as a variable, whose value is not known when a document is checked. */
  readonly variablePageSize: number;
}

type Type = GraphQLNamedType | undefined;
type Size = QueryMeasure;

const nothing: Size = { depth: 0, complexity: 0, aliases: 0, rootFields: 0, directives: 0 };
const bounded = (value: number): number => Math.min(value, Number.MAX_SAFE_INTEGER);

const together = (one: Size, other: Size): Size => ({
  depth: Math.max(one.depth, other.depth),
  complexity: bounded(one.complexity + other.complexity),
  aliases: bounded(one.aliases + other.aliases),
  rootFields: bounded(one.rootFields + other.rootFields),
  directives: bounded(one.directives + other.directives),
});

const withDirectives = (
  size: Size,
  node: { readonly directives?: readonly unknown[] | undefined },
): Size => ({
  ...size,
  directives: bounded(size.directives + (node.directives?.length ?? 0)),
});

/** Introspection fields stand in no type; left out they would escape every limit. */
const fieldOf = (parent: Type, name: string): GraphQLField<unknown, unknown> | undefined => {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
};

/**
 * A short list that is computed with its parent may count as fewer rows than one that is read: it says so itself,
 * `@Extensions({ rows: 1 })`.
 */
const ownRows = ({ extensions }: GraphQLField<unknown, unknown>): number | undefined => {
  const { rows } = extensions;
  return typeof rows === 'number' ? rows : undefined;
};

class Measurer {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Size>();
  private readonly open = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly sizes: PageSizes,
  ) {
    const definitions = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((each) => [each.name.value, each]));
  }

  /** `pageSize` is the `first` of the connection these selections belong to; it counts for its edges and nodes. */
  selections(node: SelectionSetNode, parent: Type, pageSize?: number): Size {
    return node.selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return this.field(selection, parent, pageSize);
        if (selection.kind === Kind.FRAGMENT_SPREAD)
          return withDirectives(this.fragment(selection.name.value, pageSize), selection);
        const type = this.typeNamed(selection.typeCondition?.name.value) ?? parent;
        return withDirectives(this.selections(selection.selectionSet, type, pageSize), selection);
      })
      .reduce(together, nothing);
  }

  private typeNamed(name: string | undefined): Type {
    return name === undefined ? undefined : this.schema.getType(name);
  }

  private field(node: FieldNode, parent: Type, pageSize: number | undefined): Size {
    const definition = fieldOf(parent, node.name.value);
    const isList = definition !== undefined && isListType(getNullableType(definition.type));
    const named = definition && getNamedType(definition.type);
    const asked = definition && this.pageSizeOf(node, definition);
    const rows = isList ? (asked ?? ownRows(definition) ?? pageSize ?? this.sizes.defaultPageSize) : 1;
    const below = node.selectionSet
      ? this.selections(
          node.selectionSet,
          isCompositeType(named) ? named : undefined,
          isList ? undefined : asked,
        )
      : nothing;
    return withDirectives(
      {
        depth: below.depth + 1,
        complexity: bounded(1 + rows * below.complexity),
        aliases: bounded(below.aliases + (node.alias ? 1 : 0)),
        rootFields: 1,
        directives: below.directives,
      },
      node,
    );
  }

  private pageSizeOf(node: FieldNode, definition: GraphQLField<unknown, unknown>): number | undefined {
    const argument = definition.args.find((each) => each.name === 'first');
    if (!argument) return undefined;
    const value = node.arguments?.find((each) => each.name.value === 'first')?.value;
    if (value?.kind === Kind.VARIABLE) return this.sizes.variablePageSize;
    if (value?.kind === Kind.INT) return bounded(Math.max(1, Number(value.value)));
    return typeof argument.defaultValue === 'number' ? argument.defaultValue : this.sizes.defaultPageSize;
  }

  /** Each fragment is measured once for each page size, so that fragments within fragments stay cheap. */
  private fragment(name: string, pageSize: number | undefined): Size {
    const definition = this.fragments.get(name);
    // A fragment that contains itself is refused by its own rule; here it must only not loop.
    if (!definition || this.open.has(name)) return nothing;
    const key = `${name} ${pageSize ?? ''}`;
    const known = this.known.get(key);
    if (known) return known;
    this.open.add(name);
    const type = this.typeNamed(definition.typeCondition.name.value);
    const size = withDirectives(this.selections(definition.selectionSet, type, pageSize), definition);
    this.open.delete(name);
    this.known.set(key, size);
    return size;
  }
}

/** Measures one operation of a document; works on invalid documents too (unknown fields count as plain ones). */
export const measureQuery = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  sizes: PageSizes,
): QueryMeasure => {
  const root = schema.getRootType(operation.operation) ?? undefined;
  const size = new Measurer(schema, document, sizes).selections(operation.selectionSet, root);
  return (operation.variableDefinitions ?? []).reduce(withDirectives, withDirectives(size, operation));
};

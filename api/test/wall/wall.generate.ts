import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import fc, { type GeneratorValue } from 'fast-check';

/** What values a generated operation is made of: ids and secrets of everybody, words to search for. */
export interface WallPool {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  /** Root queries behind which there is something to hide: half of the questions are theirs. */
  readonly guardedRoots: readonly string[];
}

/** An operation over the schema, and its variables. */
export interface WallOperation {
  readonly root: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Levels of objects below the root field. */
const DEPTH = 5;

const scalars: Readonly<Record<string, readonly unknown[]>> = {
  Boolean: [true, false],
  Int: [0, 1, 2, 20, 167],
  Float: [0, 0.5, 62.6],
  BCP47: ['en', 'fi', 'ar'],
  Date: ['2026-11-24', '2026-12-01', '2027-05-31'],
  DateTime: ['2026-11-24T10:00:00Z', '2026-12-01T17:00:00+02:00'],
  LocalDateTime: ['2026-12-01T17:00', '2026-12-08T10:30'],
  MunicipalityCode: ['167', '426'],
  EmailAddress: ['someone@example.org'],
  URL: ['https://example.org/'],
};

/** Generates operations from a schema by the choices of a property-based test. */
export class WallGenerator {
  private readonly heads: string[] = [];
  private readonly variables: Record<string, unknown> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly pool: WallPool,
    private readonly generate: GeneratorValue,
  ) {}

  /** A query of up to two root fields, with arguments and selections as chance has them. */
  query(): WallOperation {
    const fields = Object.values(this.schema.getQueryType()?.getFields() ?? {});
    const guarded = fields.filter(({ name }) => this.pool.guardedRoots.includes(name));
    const chosen = Array.from({ length: this.chance(0.3) ? 2 : 1 }, () =>
      this.pick(this.chance(0.5) ? guarded : fields),
    );
    const body = chosen.map((field, index) => `root${index}: ${this.fieldText(field, DEPTH)}`).join(' ');
    return this.operation('query', chosen.map(({ name }) => name).join('+'), body);
  }

  /** One mutation with an input as chance has it. */
  mutation(): WallOperation {
    const field = this.pick(Object.values(this.schema.getMutationType()?.getFields() ?? {}));
    return this.operation('mutation', field.name, this.fieldText(field, DEPTH));
  }

  private operation(kind: 'query' | 'mutation', root: string, body: string): WallOperation {
    const heads = this.heads.length === 0 ? '' : `(${this.heads.join(', ')})`;
    return { root, document: `${kind} ${heads} { ${body} }`, variables: this.variables };
  }

  private fieldText(field: GraphQLField<unknown, unknown>, depth: number): string {
    const values = field.args
      .filter(({ type }) => isNonNullType(type) || this.chance(0.4))
      .map(({ name, type }) => `${name}: ${this.variable(type)}`);
    const call = values.length === 0 ? field.name : `${field.name}(${values.join(', ')})`;
    const type = getNamedType(field.type);
    return isObjectType(type) ? `${call} { ${this.selection(type, depth - 1)} }` : call;
  }

  private selection(type: GraphQLObjectType, depth: number): string {
    const isPage = /(Connection|Edge)$/.test(type.name);
    const chosen = Object.values(type.getFields()).filter((field) => {
      if (!isObjectType(getNamedType(field.type))) return this.chance(0.8);
      return depth > 0 && (isPage || this.chance(depth > 2 ? 0.6 : 0.3));
    });
    return ['__typename', ...chosen.map((field) => this.fieldText(field, depth))].join(' ');
  }

  private variable(type: GraphQLInputType): string {
    const name = `v${this.heads.length}`;
    this.heads.push(`$${name}: ${String(type)}`);
    this.variables[name] = this.valueOf(type);
    return `$${name}`;
  }

  private valueOf(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.valueOf(type.ofType as GraphQLInputType);
    if (isListType(type))
      return Array.from({ length: this.chance(0.5) ? 1 : 2 }, () => this.valueOf(type.ofType));
    if (isEnumType(type)) return this.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.chance(0.4),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.valueOf(field.type)]));
    }
    if (type.name === 'ID') return this.pick(this.pool.ids);
    return this.pick(scalars[type.name] ?? this.pool.texts);
  }

  private pick<T>(values: readonly T[]): T {
    // By number: the library compares the arguments of a generator, and a schema has circles.
    const value = values[this.generate(fc.nat, { max: values.length - 1 })];
    if (value === undefined) throw new Error('There is nothing to choose from');
    return value;
  }

  private chance(share: number): boolean {
    return this.generate(fc.nat, { max: 99 }) < share * 100;
  }
}

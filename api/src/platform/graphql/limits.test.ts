import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createLimits, type LimitOptions } from './limits.ts';

const schema = buildSchema(`
  directive @mark on FIELD | QUERY | FRAGMENT_SPREAD
  type Query { node: Node, nodes(first: Int! = 20): [Node!]!, page(first: Int! = 20): Page!, tags: [String!]! }
  type Mutation { touch: Node }
  type Subscription { changed: Node }
  type Page { nodes: [Node!]!, edges: [Edge!]!, count: Int }
  type Edge { node: Node }
  type Node { id: ID, name: String, node: Node, friends: [Node!]!, page(first: Int! = 20): Page! }
`);

const refusalsOf = (source: string, options: LimitOptions = {}) =>
  validate(schema, parse(source), createLimits(options).validationRules).map(({ extensions }) => extensions);

const costOf = (source: string, operationName?: string): number =>
  createLimits().costOf(schema, parse(source), operationName);

const nested = (levels: number): string =>
  `{ ${'node { '.repeat(levels - 1)} id ${'} '.repeat(levels - 1)} }`;

describe('depth', () => {
  it('allows 12 levels and refuses 13, with the facts', () => {
    expect(refusalsOf(nested(12))).toEqual([]);
    expect(refusalsOf(nested(13))).toEqual([
      { code: 'INVALID_INPUT', reason: 'QUERY_TOO_DEEP', facts: { limit: 12, actual: 13 } },
    ]);
  });

  it('counts levels inside fragments and inline fragments', () => {
    const source = `{ node { ...a } } fragment a on Node { ... { node { ... on Node { id } } } }`;
    expect(refusalsOf(source, { depth: 2 })).toMatchObject([{ facts: { actual: 3 } }]);
  });

  it('counts introspection like any other field', () => {
    const source = `{ __schema { types { fields { type { ofType { ofType { name } } } } } } }`;
    expect(refusalsOf(source, { depth: 5 })).toMatchObject([
      { reason: 'QUERY_TOO_DEEP', facts: { actual: 7 } },
    ]);
    expect(costOf(`{ __schema { types { fields { args { name } } } } }`)).toBeGreaterThan(8000);
    expect(refusalsOf(`{ __type(name: "Node") { fields { name } } }`, { depth: 2 })).toHaveLength(1);
  });
});

describe('complexity', () => {
  it('counts a field once and what is below a list once for each row', () => {
    expect(costOf('{ node { id name } }')).toBe(3);
    expect(costOf('{ nodes(first: 50) { id name } }')).toBe(101);
    expect(costOf('{ nodes { id name } }')).toBe(41);
    expect(costOf('{ node { friends { id } } }')).toBe(22);
    expect(costOf('{ tags }')).toBe(1);
  });

  it('counts the rows of a connection at its edges and nodes', () => {
    expect(costOf('{ page(first: 5) { count nodes { id } edges { node { id } } } }')).toBe(1 + 1 + 6 + 11);
    expect(costOf('{ page(first: 5) { ...p } } fragment p on Page { nodes { id } }')).toBe(7);
  });

  it('takes a page size that comes as a variable for 100 rows', () => {
    expect(costOf('query ($n: Int!) { nodes(first: $n) { id } }')).toBe(101);
    expect(costOf('query ($n: Int! = 1) { page(first: $n) { nodes { id } } }')).toBe(102);
  });

  it('refuses above 2 000', () => {
    expect(refusalsOf('{ nodes(first: 100) { page(first: 100) { nodes { id } } } }')).toMatchObject([
      { reason: 'QUERY_TOO_COMPLEX', facts: { limit: 2000, actual: 10_201 } },
    ]);
  });

  it('does not let a page size of nothing or less make lists free', () => {
    expect(costOf('{ nodes(first: -100) { id name } }')).toBe(3);
    expect(costOf('{ nodes(first: 0) { id } }')).toBe(2);
  });

  it('tells the cost of the operation that would run', () => {
    const source = 'query a { node { id } } query b { tags }';
    expect(costOf(source, 'a')).toBe(2);
    expect(costOf(source, 'b')).toBe(1);
    expect(costOf(source, 'c')).toBe(0);
    expect(costOf(source)).toBe(0);
  });
});

describe('aliases, root fields and directives', () => {
  it('counts aliases, of __typename too and through fragments', () => {
    const aliases = Array.from({ length: 8 }, (_, index) => `a${index}: __typename`).join(' ');
    expect(refusalsOf(`{ node { ${aliases} } }`)).toEqual([]);
    expect(refusalsOf(`{ node { ...f node { ...f } } } fragment f on Node { ${aliases} }`)).toMatchObject([
      { reason: 'TOO_MANY_ALIASES', facts: { limit: 15, actual: 16 } },
    ]);
  });

  it('counts fields at the root, also from fragments', () => {
    const fields = 'node { id } tags __typename '.repeat(3);
    expect(refusalsOf(`{ ${fields} tags }`)).toEqual([]);
    expect(refusalsOf(`{ ${fields} ...r } fragment r on Query { tags nodes { id } }`)).toMatchObject([
      { reason: 'TOO_MANY_ROOT_FIELDS', facts: { limit: 10, actual: 11 } },
    ]);
  });

  it('counts directives wherever they stand', () => {
    expect(
      refusalsOf('query @mark { tags @mark ...f @mark } fragment f on Query { tags @mark }', {
        directives: 3,
      }),
    ).toMatchObject([{ reason: 'TOO_MANY_DIRECTIVES', facts: { actual: 4 } }]);
  });

  it('looks at every operation of a document', () => {
    expect(refusalsOf(`query a { tags } query b ${nested(14)}`)).toMatchObject([
      { reason: 'QUERY_TOO_DEEP' },
    ]);
  });
});

describe('hostile documents', () => {
  it('ends on fragments that contain themselves or each other', () => {
    expect(
      refusalsOf('{ node { ...a } } fragment a on Node { id ...b } fragment b on Node { name ...a }'),
    ).toEqual([]);
  });

  it('measures fragments that double at each level quickly, and refuses them', () => {
    const levels = 150;
    const fragments = Array.from(
      { length: levels },
      (_, n) => `fragment f${n} on Node { a${n}: id ...f${n + 1} ...f${n + 1} }`,
    );
    const source = `{ node { ...f0 } } ${fragments.join(' ')} fragment f${levels} on Node { id }`;
    const startedAt = performance.now();
    const reasons = refusalsOf(source).map(({ reason }) => reason);
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(reasons).toEqual(['QUERY_TOO_COMPLEX', 'TOO_MANY_ALIASES']);
  });

  it('stops reading after 2 000 tokens', () => {
    const { parseOptions } = createLimits();
    expect(() => parse(`{ ${'a '.repeat(1998)} }`, parseOptions)).not.toThrow();
    expect(() => parse(`{ ${'a '.repeat(1999)} }`, parseOptions)).toThrow(/2000 tokens/);
  });

  it('measures documents with unknown fields and types', () => {
    expect(refusalsOf('{ nothing { at { all } } ... on Nowhere { x } ...gone }')).toEqual([]);
  });
});

describe('subscriptions', () => {
  it('are refused where they cannot be answered', () => {
    expect(refusalsOf('subscription { changed { id } }')).toMatchObject([
      { reason: 'SUBSCRIPTION_NOT_HERE' },
    ]);
    expect(refusalsOf('subscription { changed { id } }', { subscriptions: true })).toEqual([]);
  });
});

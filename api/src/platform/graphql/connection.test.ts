import fc from 'fast-check';
import { graphql } from 'graphql';
import { Args, buildSchemaSync, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import {
  ConnectionArgs,
  connectionType,
  pageOf,
  toConnection,
  type Connection,
  type Page,
} from './connection.ts';
import { longRun } from '../../../test/long-run.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

interface Row {
  readonly id: number;
  readonly name: string;
}

const keyOf = (row: Row): [string, number] => [row.name, row.id];
const isAfter = (row: Row, [name, id]: readonly unknown[]): boolean =>
  row.name > String(name) || (row.name === name && row.id > Number(id));

/** What a read with a keyset gives. */
const fetchRows = (rows: readonly Row[], { after, fetchCount }: Page): Row[] =>
  rows
    .filter((row) => !after || isAfter(row, after))
    .sort((a, b) => (a.name === b.name ? a.id - b.id : a.name < b.name ? -1 : 1))
    .slice(0, fetchCount);

const walk = (rows: readonly Row[], first: number): Row[] => {
  const seen: Row[] = [];
  let after: string | null = null;
  for (let turn = 0; turn <= rows.length; turn += 1) {
    const page = pageOf({ first, after }, 'rows by name');
    const { nodes, pageInfo }: Connection<Row> = toConnection(fetchRows(rows, page), page, keyOf);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...nodes);
    if (!pageInfo.hasNextPage) return seen;
    after = pageInfo.endCursor;
  }
  throw new Error('The walk did not end.');
};

describe('pages', () => {
  it('walked to the end give every row once, in order', () => {
    const names = fc.array(
      fc.oneof(fc.constantFrom('', 'a', 'ä', '"'), fc.string({ unit: 'grapheme', maxLength: 4 })),
    );
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 100 }), (list, first) => {
        const rows = list.map((name, id) => ({ id, name }));
        const whole = fetchRows(rows, { kind: '', first: 0, fetchCount: rows.length, after: null });
        expect(walk(rows, first)).toEqual(whole);
      }),
      { seed: 2026, numRuns: longRun(200, 20_000) },
    );
  });

  it('have at most 100 rows and at least one', () => {
    for (const first of [1, 100]) expect(pageOf({ first }, 'rows').fetchCount).toBe(first + 1);
    for (const first of [0, -1, 101, 1.5, NaN])
      expect(() => pageOf({ first }, 'rows')).toThrow(
        expect.objectContaining({
          code: 'INVALID_INPUT',
          details: expect.objectContaining({ fields: [expect.objectContaining({ path: 'first' })] }),
        }),
      );
  });

  it('of an empty list have no cursors', () => {
    const { pageInfo, edges } = toConnection([], pageOf({ first: 20 }, 'rows'), keyOf);
    expect(edges).toEqual([]);
    expect(pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });
});

describe('cursors', () => {
  it('come back as they were', () => {
    const values = ['Äiti "ja" lapsi 👩‍👧', 12.5, null, ''];
    expect(decodeCursor(encodeCursor(values, 'kind'), 'kind')).toEqual(values);
  });

  it('that are damaged, forged or of another list are refused with INVALID_CURSOR', () => {
    const bad = [
      '',
      'x',
      'not base64!',
      encodeCursor(['a'], 'other'),
      Buffer.from('{}').toString('base64url'),
      Buffer.from('["kind"]').toString('base64url'),
      Buffer.from('["kind",{"$ne":1}]').toString('base64url'),
      Buffer.from('["kind","\\u0000"]').toString('base64url'),
      Buffer.from('["kind","\\ud800"]').toString('base64url'),
      `${encodeCursor(['a'], 'kind')}==`,
      'A'.repeat(5000),
    ];
    for (const cursor of bad)
      expect(() => decodeCursor(cursor, 'kind'), cursor).toThrow(
        expect.objectContaining({ reason: 'INVALID_CURSOR' }),
      );
  });
});

@ObjectType('Row', { description: 'A row.' })
class RowType {
  @Field(() => Int, { description: 'Its number.' })
  id!: number;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

const RowConnection = connectionType('Row', () => RowType);
const rows = Array.from({ length: 30 }, (_, id) => ({ id, name: `row ${id % 7}` }));
let counted = 0;

@Resolver()
class RowResolver {
  @Query(() => RowConnection, { description: 'Rows.' })
  rows(@Args(() => ConnectionArgs) args: ConnectionArgs): Connection<RowType> {
    const page = pageOf(args, 'rows');
    return toConnection(fetchRows(rows, page), page, keyOf, async () => (counted += 1) && rows.length);
  }

  @Query(() => RowConnection, { description: 'Rows that nobody counts.' })
  uncounted(@Args(() => ConnectionArgs) args: ConnectionArgs): Connection<RowType> {
    return toConnection(rows, pageOf(args, 'rows'), keyOf);
  }
}

describe('connection types', () => {
  const schema = buildSchemaSync({ resolvers: [RowResolver], validate: false });
  const run = (source: string) => graphql({ schema, source });

  it('answer edges, nodes and page info, 20 rows unless asked otherwise', async () => {
    const { data, errors } = await run(
      '{ rows { nodes { id } edges { cursor node { name } } pageInfo { hasNextPage endCursor } } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.['rows']).toMatchObject({
      pageInfo: { hasNextPage: true },
      edges: { length: 20 },
      nodes: { length: 20 },
    });
  });

  it('count the whole list only when asked', async () => {
    counted = 0;
    await run('{ rows(first: 1) { nodes { id } } }');
    expect(counted).toBe(0);
    expect((await run('{ rows(first: 1) { totalCount } }')).data).toEqual({ rows: { totalCount: 30 } });
    expect(counted).toBe(1);
    expect((await run('{ uncounted { totalCount } }')).data).toEqual({ uncounted: { totalCount: null } });
  });

  it('refuse a page size out of range', async () => {
    const { errors } = await run('{ rows(first: 101) { nodes { id } } }');
    expect(errors?.[0]?.originalError).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'PAGE_SIZE_OUT_OF_RANGE',
    });
  });

  it('describe every type, field and argument', () => {
    for (const name of ['RowConnection', 'RowEdge', 'PageInfo', 'Query']) {
      const type = schema.getType(name);
      expect(type && 'getFields' in type).toBe(true);
      if (!type || !('getFields' in type)) continue;
      for (const field of Object.values(type.getFields())) {
        expect(field.description, `${name}.${field.name}`).toBeTruthy();
        if ('args' in field)
          for (const argument of field.args) expect(argument.description, argument.name).toBeTruthy();
      }
    }
  });
});

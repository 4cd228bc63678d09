import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { invalidInput } from '../errors/hub-error.ts';
import { decodeCursor, encodeCursor, type CursorValues } from './cursor.ts';

export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 20;

/** Arguments of every list; `pageOf` checks them. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    defaultValue: DEFAULT_PAGE_SIZE,
    description: `How many rows, 1 to ${MAX_PAGE_SIZE}.`,
  })
  first: number = DEFAULT_PAGE_SIZE;

  @Field(() => String, {
    nullable: true,
    description: 'Rows after this cursor (`endCursor` of the page before).',
  })
  after?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether this page was asked for with `after`, so that rows may stand before it.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' })
  endCursor!: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** One page. `totalCount` is called only when the field is asked for. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number | null>;
}

/** A checked request for one page: what `x.read.ts` needs for its keyset. */
export interface Page {
  readonly kind: string;
  readonly first: number;
  /** `first` and one more row, which tells whether rows follow. */
  readonly fetchCount: number;
  /** Sort key of the last row seen; null for the first page. */
  readonly after: CursorValues | null;
}

/**
 * Checks the arguments of a list. Throws INVALID_INPUT: PAGE_SIZE_OUT_OF_RANGE (field `first`) or INVALID_CURSOR
 * (field `after`). `kind` names the list and its order.
 */
export const pageOf = (args: Pick<ConnectionArgs, 'first' | 'after'>, kind: string): Page => {
  const { first, after } = args;
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE_SIZE)
    throw invalidInput('first', 'PAGE_SIZE_OUT_OF_RANGE', `Ask for 1 to ${MAX_PAGE_SIZE} rows.`, {
      min: 1,
      max: MAX_PAGE_SIZE,
    });
  return {
    kind,
    first,
    fetchCount: first + 1,
    after: typeof after === 'string' ? decodeCursor(after, kind) : null,
  };
};

/** Makes a page of at most `page.fetchCount` rows. `cursorOf` gives a row's sort key, its last part unique. */
export const toConnection = <Node>(
  rows: readonly Node[],
  page: Page,
  cursorOf: (row: Node) => CursorValues,
  totalCount?: () => Promise<number>,
): Connection<Node> => {
  const nodes = rows.slice(0, page.first);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(cursorOf(node), page.kind) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: totalCount ?? (async () => null),
  };
};

/** The GraphQL types `<name>Connection` and `<name>Edge`; call once for each node type, at module level. */
export const connectionType = <Node extends object>(name: string, nodeType: () => ClassType<Node>) => {
  @ObjectType(`${name}Edge`, { description: `One row of a ${name}Connection and its place in the list.` })
  class EdgeType {
    @Field(() => String, { description: 'Pass it as `after` to go on behind this row.' })
    cursor!: string;

    @Field(nodeType, { description: 'The row.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `One page of ${name} rows.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The rows with their cursors.' })
    edges!: EdgeType[];

    @Field(() => [nodeType()], { description: 'The rows alone.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description:
        'How many rows the whole list has; counted only when asked for, null where it is not counted.',
    })
    async totalCount(): Promise<number | null> {
      // Stands for the page's own function, which type-graphql puts over this one.
      return null;
    }
  }
  return ConnectionType;
};

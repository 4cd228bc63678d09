import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  Kind,
  parse,
  print,
  visit,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

/** A query of the portal, with the fragments it uses. */
export interface PageQuery {
  readonly name: string;
  /** Where it is written, from the portal's `src`. */
  readonly file: string;
  readonly source: string;
  readonly operation: OperationDefinitionNode;
}

const root = path.resolve(import.meta.dirname, '../../../portal/src');
const call = /graphql\(\s*`([^`]*)`/g;

interface Found {
  readonly file: string;
  readonly definition: OperationDefinitionNode | FragmentDefinitionNode;
}

const definitions = (): Found[] =>
  globSync('**/*.queries.ts', { cwd: root })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return [...text.matchAll(call)].flatMap(([, source = '']) =>
        parse(source).definitions.flatMap((definition) =>
          definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION
            ? [{ file, definition }]
            : [],
        ),
      );
    });

/** `@_unmask` is gql.tada's own and known to no server. */
const withoutMarks = <Node extends OperationDefinitionNode | FragmentDefinitionNode>(node: Node): Node =>
  visit(node, { Directive: (directive) => (directive.name.value === '_unmask' ? null : undefined) });

/** Every query that a page of the portal asks, read from its `*.queries.ts`: the portal itself is not imported. */
export const portalQueries = (): PageQuery[] => {
  const found = definitions();
  const fragments = new Map(
    found.flatMap(({ definition }) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, withoutMarks(definition)] as const]
        : [],
    ),
  );
  const used = (node: OperationDefinitionNode | FragmentDefinitionNode, names: Set<string>): Set<string> => {
    visit(node, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = fragments.get(value);
        if (names.has(value) || !fragment) return;
        names.add(value);
        used(fragment, names);
      },
    });
    return names;
  };
  return found.flatMap(({ file, definition }) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== 'query') return [];
    const operation = withoutMarks(definition);
    const parts = [...used(operation, new Set())].flatMap((name) => fragments.get(name) ?? []);
    const source = [operation, ...parts].map((part) => print(part)).join('\n');
    return [{ name: operation.name?.value ?? '', file, source, operation }];
  });
};

import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { Context } from './context.ts';
import type { Hub } from './platform/hub.ts';
import { EventQueue } from './platform/pubsub/event-queue.ts';
import { rooms } from './rooms.ts';

type ResolverClass = new (hub: Hub) => object;

let built: GraphQLSchema | undefined;

/** The schema of all rooms. Resolvers are made by the hub of the request, so one schema serves any number of hubs. */
export const createSchema = (): GraphQLSchema => {
  built ??= buildSchemaSync({
    resolvers: rooms.flatMap((room) => room.resolvers) as unknown as NonEmptyArray<ResolverClass>,
    container: ({ context }: { context: Context }) => ({
      get: (type) => context.hub.get(type as ResolverClass),
    }),
    // Subscriptions bring their own streams (platform/pubsub); the library wants a hub of topics all the same.
    pubSub: { publish: () => undefined, subscribe: () => new EventQueue(() => undefined) },
    validate: false,
    emitSchemaFile: false,
  });
  return built;
};

/** The text of schema.graphql. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(createSchema()))}\n`;

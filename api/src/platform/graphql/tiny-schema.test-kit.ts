import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
} from 'graphql';
import { HubError } from '../errors/hub-error.ts';
import { EmailAddressScalar } from './scalars.ts';

const colour = new GraphQLEnumType({ name: 'Colour', values: { RED: {}, GREEN: {} } });

const personInput: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'PersonInput',
  fields: () => ({
    name: { type: new GraphQLNonNull(GraphQLString) },
    age: { type: GraphQLInt },
    email: { type: EmailAddressScalar },
    colour: { type: colour },
    friends: { type: new GraphQLList(new GraphQLNonNull(personInput)) },
  }),
});

const echo: GraphQLFieldConfig<unknown, unknown, { text?: string }> = {
  type: GraphQLString,
  args: { text: { type: GraphQLString } },
  resolve: (_root, { text }) => text,
};

const throwing = (make: () => unknown): GraphQLFieldConfig<unknown, unknown> => ({
  type: GraphQLString,
  resolve: () => {
    throw make();
  },
});

/** A schema for tests of the edge: it answers, and fails in every way there is. */
export const tinySchema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      hello: { type: GraphQLString, resolve: () => 'world' },
      echo,
      age: { type: GraphQLInt, args: { age: { type: GraphQLInt } }, resolve: (_root, { age }) => age },
      required: {
        type: GraphQLInt,
        args: { count: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 1 } },
        resolve: (_root, { count }) => count,
      },
      email: {
        type: GraphQLString,
        args: { email: { type: EmailAddressScalar } },
        resolve: (_root, { email }) => email,
      },
      paint: { type: GraphQLString, args: { colour: { type: colour } }, resolve: () => 'painted' },
      expected: throwing(
        () =>
          new HubError('CONFLICT', 'OCCURRENCE_FULL', 'All places are taken.', { facts: { capacity: 10 } }),
      ),
      unexpected: throwing(() => new Error('Cannot mail someone@example.fi')),
      unexpectedType: throwing(() => new TypeError('x is not a function')),
      thrownText: throwing(() => 'someone@example.fi'),
      database: throwing(
        () => new Error('flush', { cause: Object.assign(new Error('(x)=(secret)'), { code: '23505' }) }),
      ),
      wall: throwing(() => Object.assign(new Error('row-level security of secret'), { code: '42501' })),
      broken: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
      notANumber: { type: GraphQLInt, resolve: () => 'secret' },
    },
  }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: {
      create: {
        type: GraphQLString,
        args: { input: { type: new GraphQLNonNull(personInput) } },
        resolve: () => 'created',
      },
    },
  }),
  subscription: new GraphQLObjectType({ name: 'Subscription', fields: { changed: { type: GraphQLString } } }),
});

/** Remembers what was logged. */
export const createTestLog = () => {
  const lines: { readonly level: string; readonly fields: object; readonly message: string }[] = [];
  const at = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
};

import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Typed documents: `export const OfferingPage = graphql(`query OfferingPage($id: ID!) { … }`)`. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    DateTime: string;
    Date: string;
    LocalDateTime: string;
    BCP47: string;
    MunicipalityCode: string;
    EmailAddress: string;
    URL: string;
  };
}>();

export { readFragment } from 'gql.tada';
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import type { GraphQLError, GraphQLSchema } from 'graphql';
import { createContext } from '../../src/context.ts';
import { createFormatError } from '../../src/platform/graphql/format-error.ts';
import { anonymousViewer, type Viewer } from '../../src/platform/policy/viewer.ts';
import { askText } from '../ask-text.ts';
import type { TestHub } from '../harness.ts';
import { documentOf } from './access.documents.ts';
import { addSightings, overcountedPages, type Sightings } from './access.sightings.ts';

/** Codes that tell someone nothing. */
export const refusals: readonly unknown[] = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'];

export interface RootQuestion {
  readonly root: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface WalkResult {
  readonly sightings: Sightings;
  /** Codes that are no refusals and pages that count what they hide, with where they came from. */
  readonly failures: readonly string[];
  /** Everything that was answered, as text, by root field. */
  readonly answers: readonly { readonly root: string; readonly text: string }[];
}

export interface RawAnswer {
  readonly data: unknown;
  readonly errors: readonly { readonly code: unknown; readonly message: string; readonly path: string }[];
}

const pathOf = ({ path = [] }: GraphQLError): string =>
  path.filter((step) => typeof step === 'string').join('.');

/** Asks over GraphQL and answers with every error as an outsider would see it; its path without positions. */
export const askRaw = async (
  hub: TestHub,
  schema: GraphQLSchema,
  viewer: Viewer | null,
  source: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<RawAnswer> => {
  const contextValue = createContext(hub.hub, viewer ?? anonymousViewer());
  const { data, errors = [] } = await askText({ schema, source, variableValues, contextValue });
  const formatError = createFormatError({ log: hub.hub.log });
  return {
    data,
    errors: errors.map((error) => {
      const { message, extensions } = formatError(error.toJSON(), error);
      return { code: extensions?.['code'], message, path: pathOf(error) };
    }),
  };
};

/**
 * Asks one question whole, then again without each path that failed, until nothing fails: so a refused field does not
 * hide its neighbours.
 */
const askUntilWhole = async (
  hub: TestHub,
  schema: GraphQLSchema,
  viewer: Viewer | null,
  { root, variables }: RootQuestion,
): Promise<RawAnswer[]> => {
  const omitted = new Set<string>();
  const answers: RawAnswer[] = [];
  for (;;) {
    const answer = await askRaw(hub, schema, viewer, documentOf(schema, root, variables, omitted), variables);
    answers.push(answer);
    const paths = answer.errors
      .map(({ path }) => path)
      .filter((path) => !omitted.has(path) && path !== root && path !== '');
    if (paths.length === 0) return answers;
    for (const path of paths) omitted.add(path);
  }
};

const isAboutOwn = (viewer: Viewer | null, { variables }: RootQuestion): boolean =>
  viewer?.memberships.some(({ organisationId }) => Object.values(variables).includes(organisationId)) ??
  false;

/** Asks every question as one viewer. */
export const walk = async (
  hub: TestHub,
  schema: GraphQLSchema,
  viewer: Viewer | null,
  questions: readonly RootQuestion[],
): Promise<WalkResult> => {
  const sightings: Sightings = new Map();
  const failures: string[] = [];
  const answers: { root: string; text: string }[] = [];
  for (const question of questions) {
    for (const answer of await askUntilWhole(hub, schema, viewer, question)) {
      addSightings(viewer, answer.data, isAboutOwn(viewer, question), sightings);
      answers.push({ root: question.root, text: JSON.stringify(answer) });
      const strange = answer.errors.filter(({ code }) => !refusals.includes(code));
      const pages = overcountedPages(answer.data);
      failures.push(...pages.map((page) => `${question.root}: ${page} counts what it does not show`));
      failures.push(
        ...strange.map(({ code, message, path }) => `${path || question.root}: ${String(code)} ${message}`),
      );
    }
  }
  return { sightings, failures, answers };
};

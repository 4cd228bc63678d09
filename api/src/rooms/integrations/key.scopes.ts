import { GraphQLError, TypeInfo, getNamedType, isObjectType, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { scopeMissing } from './integration.errors.ts';
import type { KeyScope } from './integration.words.ts';

/** The root fields that a scope opens. What no scope names, no key may ask for. */
const opened: Readonly<Record<KeyScope, readonly string[]>> = {
  OFFERINGS_READ: [
    'Query.offering',
    'Query.offerings',
    'Query.occurrence',
    'Query.occurrences',
    'Query.organisation',
    'Query.organisations',
    'Query.places',
    'Query.region',
    'Query.municipalities',
    'Query.themes',
    'Query.languages',
    'Query.previewSchedule',
  ],
  OFFERINGS_WRITE: [
    'Mutation.createOffering',
    'Mutation.updateOffering',
    'Mutation.publishOffering',
    'Mutation.archiveOffering',
    'Mutation.cancelOccurrence',
    'Mutation.postponeOccurrence',
    'Mutation.moveOccurrence',
    'Mutation.undoOccurrenceChange',
    'Mutation.createPlace',
  ],
};

/** All of them. */
export const openedFields: readonly string[] = Object.values(opened).flat();

/** Objects that tell of things; all others may tell of people, and no key sees them, by whatever way they are reached. */
const ofThings =
  /^(Offering|Occurrence|Organisation|Place|Region|Municipality|Theme|SpokenLanguage|PageInfo|LocalizedText|Schedule|(Create|Cancel|Postpone|Move)(Occurrence|Place)|UndoOccurrenceChange|ScheduledDate)/;

/**
 * What an operation asks beyond a key's scopes, as the error of it; null when it stays within them. Root fields are allowed by
 * name, and what they lead to by the kind of object.
 */
export const scopeProblem = (
  schema: GraphQLSchema,
  document: DocumentNode,
  scopes: readonly KeyScope[],
): GraphQLError | null => {
  const allowed = new Set(scopes.flatMap((scope) => opened[scope]));
  const info = new TypeInfo(schema);
  let problem: GraphQLError | null = null;
  const refuse = (field: string, scope: string | null): void => {
    const error = scopeMissing(field, scope);
    problem ??= new GraphQLError(error.message, {
      originalError: error,
      extensions: { http: { status: 403 } },
    });
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        const parent = info.getParentType();
        if (!parent || name.value.startsWith('__')) return;
        const field = `${parent.name}.${name.value}`;
        const isRoot = [schema.getQueryType(), schema.getMutationType()].includes(
          isObjectType(parent) ? parent : null,
        );
        const scope = Object.entries(opened).find(([, fields]) => fields.includes(field))?.[0] ?? null;
        const type = info.getType();
        if (isRoot && !allowed.has(field)) refuse(field, scope);
        else if (type && isObjectType(getNamedType(type)) && !ofThings.test(getNamedType(type).name))
          refuse(field, null);
      },
    }),
  );
  return problem;
};

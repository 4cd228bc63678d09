import { Kind, visit, type OperationDefinitionNode } from 'graphql';

/** The ids of rows that pages are opened with. */
export interface PageRows {
  readonly organisationId: string;
  readonly offeringId: string;
  readonly occurrenceId: string;
  readonly clientId: string;
  readonly referralId: string;
  readonly signUpCode: string;
}

/** What a variable called `$id` means: the root field says it. */
const idOf = (rows: PageRows): Readonly<Record<string, string>> => ({
  organisation: rows.organisationId,
  offering: rows.offeringId,
  occurrence: rows.occurrenceId,
  client: rows.clientId,
  referral: rows.referralId,
});

const byName = (rows: PageRows): Readonly<Record<string, unknown>> => ({
  languages: ['fi'],
  organisationId: rows.organisationId,
  offeringId: rows.offeringId,
  occurrenceId: rows.occurrenceId,
  dateId: rows.occurrenceId,
  clientId: rows.clientId,
  referralId: rows.referralId,
  code: rows.signUpCode,
  hasDate: true,
  languageTag: 'fi',
  token: 'unknown',
  to: '2027-11-24T00:00:00Z',
});

const byOperation = (rows: PageRows): Readonly<Record<string, Record<string, unknown>>> => ({
  PreviewSchedule: { input: { startsAtLocal: '2026-12-01T17:00', durationMinutes: 60, weekdays: [2] } },
  ReferralPreview: {
    input: { clientId: rows.clientId, offeringId: rows.offeringId, needCategory: 'COMPANY' },
  },
});

/** The root field whose argument a variable is. */
const rootFieldOf = (operation: OperationDefinitionNode, variable: string): string | undefined => {
  let found: string | undefined;
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD) continue;
    for (const argument of selection.arguments ?? []) {
      visit(argument, {
        Variable: ({ name }) => {
          if (name.value === variable) found ??= selection.name.value;
        },
      });
    }
  }
  return found;
};

/** Variables with which a page's query meets the rows; those it can do without are left out. */
export const variablesOf = (operation: OperationDefinitionNode, rows: PageRows): Record<string, unknown> => {
  const special = byOperation(rows)[operation.name?.value ?? ''] ?? {};
  const named = byName(rows);
  const entries = (operation.variableDefinitions ?? []).flatMap(({ variable: { name } }) => {
    const id = name.value === 'id' ? idOf(rows)[rootFieldOf(operation, 'id') ?? ''] : undefined;
    const value = special[name.value] ?? id ?? named[name.value];
    return value === undefined ? [] : [[name.value, value] as const];
  });
  return Object.fromEntries(entries);
};

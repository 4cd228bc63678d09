import { Kind, visit, type OperationDefinitionNode } from 'graphql';

/** The ids of rows that pages are opened with. */
export interface PageRows {
  readonly organisationId: string;
  readonly offeringId: string;
  readonly occurrenceId: string;
  readonly clientId: string;
  readonly referralId: string;
  readonly signUpCode: string;
  /** Whose people look after the clients, and where a client could move. */
  readonly municipalityId: string;
  readonly otherMunicipalityId: string;
  readonly membershipId: string;
  readonly shiftId: string;
  readonly importPreviewId: string;
}

/** What a variable called `$id` means: the root field says it. */
const idOf = (rows: PageRows): Readonly<Record<string, string>> => ({
  organisation: rows.organisationId,
  offering: rows.offeringId,
  occurrence: rows.occurrenceId,
  client: rows.clientId,
  referral: rows.referralId,
  referralAlternatives: rows.referralId,
  accessReview: rows.organisationId,
  membership: rows.membershipId,
  importPreview: rows.importPreviewId,
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
  hasOffering: true,
  hasOrganisation: true,
  shiftId: rows.shiftId,
  toOrganisationId: rows.otherMunicipalityId,
  languageTag: 'fi',
  token: 'unknown',
  from: '2026-11-24T00:00:00Z',
  to: '2027-11-24T00:00:00Z',
});

const weekly = { startsAtLocal: '2026-12-01T17:00', durationMinutes: 60, weekdays: [2], count: 8 };

const byOperation = (rows: PageRows): Readonly<Record<string, Record<string, unknown>>> => ({
  PreviewSchedule: { input: weekly },
  StrandedDates: { schedules: [weekly] },
  SimilarOfferings: { input: { title: 'Language café', organisationId: rows.organisationId } },
  MatchOfferings: { needs: { languages: ['fi'] } },
  SentReferrals: { filter: { side: 'SENT' } },
  TeamPage: { organisationId: rows.municipalityId },
  Emergencies: { organisationId: rows.municipalityId },
  ManagerDesk: { organisationId: rows.municipalityId },
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

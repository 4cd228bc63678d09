/** Whose data a field holds; null for keys, which are nobody's. */
export type DataSubject = 'CLIENT' | 'VISITOR' | 'WORKER' | 'APPLICANT';

/** What a field is kept for (GDPR 5, 30). */
export const processingPurposes = [
  'CASEWORK',
  'REFERRAL',
  'SIGN_UP',
  'VOLUNTEERING',
  'ACCOUNT',
  'APPLICATION',
  'DELIVERY',
] as const;
export type ProcessingPurpose = (typeof processingPurposes)[number];

/** How long a field is kept: the rule, not a date. */
export const retentionClasses = [
  'CLIENT',
  'REFERRAL',
  'SIGN_UP',
  'VOLUNTEER',
  'ACCOUNT',
  'INVITATION',
  'APPLICATION',
  'DELIVERY',
] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/**
 * How a field is sealed. MASTER_KEY: with a key derived from the master key for `purpose`, tied to `row`. WRAPPED: a data
 * key, wrapped by the master key for `row`. DATA_KEY: by the wrapped key in the column `key`. `row` is an SQL expression.
 */
export type Seal =
  | { readonly by: 'MASTER_KEY'; readonly purpose: string; readonly row: string }
  | { readonly by: 'WRAPPED'; readonly row: string }
  | { readonly by: 'DATA_KEY'; readonly key: string };

/** A column that holds something of a person, or a key to it. */
export interface PersonalField {
  readonly table: string;
  readonly column: string;
  /** The table's primary key, where it is not `id`. */
  readonly key?: string;
  readonly about: DataSubject | null;
  readonly purpose: ProcessingPurpose;
  readonly retention: RetentionClass;
  /** Absent where the database keeps it readable, under row-level security alone. */
  readonly seal?: Seal;
}

/** Several columns of one table that share everything but their name and seal. */
export const personalFields = (
  common: Pick<PersonalField, 'table' | 'about' | 'purpose' | 'retention' | 'key'>,
  columns: Readonly<Record<string, Seal | null>>,
): PersonalField[] =>
  Object.entries(columns).map(([column, seal]) => ({ ...common, column, ...(seal && { seal }) }));

/** What the platform itself keeps. */
export const platformFields: readonly PersonalField[] = [
  ...personalFields(
    { table: 'outbox_messages', about: 'WORKER', purpose: 'DELIVERY', retention: 'DELIVERY' },
    { payload: { by: 'MASTER_KEY', purpose: 'outbox', row: 'kind' } },
  ),
  ...personalFields(
    { table: 'hash_roots', about: null, purpose: 'ACCOUNT', retention: 'ACCOUNT' },
    { wrapped: { by: 'WRAPPED', row: `'hash-root'` } },
  ),
];

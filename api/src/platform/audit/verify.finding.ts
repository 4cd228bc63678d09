/** What can be wrong with the log. */
export type FindingKind =
  | 'ROW_ALTERED'
  | 'ROW_MISSING'
  | 'ROW_MOVED'
  | 'ROW_ADDED'
  | 'ENTRY_ALTERED'
  | 'ENTRY_MISSING'
  | 'SEAL_ALTERED'
  | 'SEAL_MISSING'
  | 'SEAL_REPLACED'
  | 'CUT_OFF';

/** Something that is not as it was sealed, and where. */
export interface Finding {
  readonly kind: FindingKind;
  readonly chain: string;
  readonly seal: number | null;
  /** When that seal was made, in UTC. */
  readonly sealedAt: string | null;
  /** The last seal, or position, of several one after another. */
  readonly until?: number;
  readonly position?: number;
  readonly rowId?: string;
}

const said: Record<FindingKind, string> = {
  ROW_ALTERED: 'was altered after it was sealed',
  ROW_MISSING: 'is missing from the log',
  ROW_MOVED: 'was moved to another place in the order',
  ROW_ADDED:
    'has a time before the seals that were there when it came: it was added later, or a clock was wrong',
  ENTRY_ALTERED: 'has another entry in the seal than it was sealed with',
  ENTRY_MISSING: 'was taken away together with its entry',
  SEAL_ALTERED: 'is not as it was made',
  SEAL_MISSING: 'is missing',
  SEAL_REPLACED: 'is not the one that was known before: the log was set back and sealed anew',
  CUT_OFF: 'is missing at the end, though it is known outside the database: the log was cut off',
};

const spanOf = (from: number, until: number | undefined): string =>
  until === undefined || until === from ? String(from) : `${from} to ${until}`;

/** Where it is: `municipality 167, seal 12 of 2026-11-24T07:03 UTC, position 530`. */
const placeOf = ({ kind, chain, seal, sealedAt, position, until }: Finding): string => {
  const isOfSeals = position === undefined;
  return [
    chain === '' ? 'rows without a municipality' : `municipality ${chain}`,
    seal !== null &&
      `seal ${spanOf(seal, isOfSeals ? until : undefined)}${sealedAt === null ? '' : ` of ${sealedAt.slice(0, 16)} UTC`}`,
    seal === null && kind === 'ROW_ADDED' && 'not sealed',
    position !== undefined && `position ${spanOf(position, until)}`,
  ]
    .filter(Boolean)
    .join(', ');
};

/** A finding in a sentence. */
export const sentenceOf = (finding: Finding): string => {
  const { kind, rowId, position, until } = finding;
  const row = rowId === undefined ? 'the row there' : `row ${rowId}`;
  const isOfSeal = kind.startsWith('SEAL') || kind === 'CUT_OFF';
  const rows = position !== undefined && until !== undefined && until > position ? 'each row there' : row;
  return `${placeOf(finding)}: ${isOfSeal ? 'the seal' : rows} ${said[kind]}.`;
};

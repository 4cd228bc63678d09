/** The six kinds of expected failure (STANDARDS.md, GraphQL). */
export type ErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID_INPUT' | 'CONFLICT' | 'RATE_LIMITED';

export interface FieldProblem {
  /** Where in the arguments, e.g. `input.businessId`. */
  readonly path: string;
  readonly message: string;
  readonly reason?: string;
}

export interface ErrorDetails {
  readonly fields?: readonly FieldProblem[];
  /** What a client needs to go on: limits, versions, allowed moves. Never personal data. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * An expected failure. `reason` is the machine's word (e.g. OCCURRENCE_FULL), `message` says in plain
 * English what to do next; neither bears personal data. Anything that is not a HubError is INTERNAL.
 */
export class HubError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = 'HubError';
  }
}

export const notFound = (): HubError =>
  new HubError('NOT_FOUND', 'NOT_FOUND', 'This does not exist, or you may not see it.');

/** One wrong field. */
export const invalidInput = (
  path: string,
  reason: string,
  message: string,
  facts?: ErrorDetails['facts'],
): HubError =>
  new HubError('INVALID_INPUT', reason, message, {
    fields: [{ path, message, reason }],
    ...(facts && { facts }),
  });

/** Several wrong fields at once; the first one's reason stands for all. */
export const invalidFields = (fields: readonly [FieldProblem, ...FieldProblem[]]): HubError =>
  new HubError('INVALID_INPUT', fields[0].reason ?? 'INVALID_INPUT', fields[0].message, { fields });

import { randomInt } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import { refusalOfDatabase } from '../errors/database-error.ts';
import { HubError } from '../errors/hub-error.ts';
import { reportError } from './error-report.ts';
import { inputRefusalOf } from './input-refusal.ts';

export interface ErrorLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface FormatErrorOptions {
  readonly log: ErrorLog;
  /** Makes the number a caller can tell us; ten digits, so that it can be read out on the phone. */
  readonly newErrorId?: () => string;
}

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** The machine's part of an expected failure as it goes over the wire. */
export const extensionsOf = ({ code, reason, details }: HubError): Record<string, unknown> => ({
  code,
  reason,
  ...(details.fields && { fields: details.fields }),
  ...(details.facts && { facts: details.facts }),
});

/** An answer that holds one expected failure and no data. */
export const errorBodyOf = (error: HubError): string =>
  JSON.stringify({ errors: [{ message: error.message, extensions: extensionsOf(error) }] });

/** The error a resolver threw, under what graphql-js and Apollo have wrapped around it. */
const thrownOf = (error: unknown): unknown => {
  let current = error;
  while (current instanceof Error && 'originalError' in current && current.originalError)
    current = current.originalError;
  return current;
};

/**
 * Apollo's `formatError`. Expected failures keep their code, reason, fields and facts; faults of the document or its
 * variables become INVALID_INPUT without suggestions and values; database refusals go by SQLSTATE. Anything else is
 * INTERNAL with an id, and is logged under that id. Never a stack trace.
 */
export const createFormatError = ({ log, newErrorId }: FormatErrorOptions): FormatError => {
  const newId = newErrorId ?? (() => String(randomInt(1_000_000_000, 10_000_000_000)));

  const expected = (formatted: GraphQLFormattedError, error: unknown): HubError | undefined => {
    const thrown = thrownOf(error);
    if (thrown instanceof HubError) return thrown;
    const refusal = inputRefusalOf(formatted, error);
    if (refusal) return refusal;
    const database = refusalOfDatabase(thrown);
    // Row-level security is the second wall and time limits the last brake: when they act, something before them did not.
    if (database && ['FORBIDDEN', 'RATE_LIMITED'].includes(database.code))
      log.warn(
        { reason: database.reason, path: formatted.path, report: reportError(thrown) },
        'refused by the database',
      );
    return database;
  };

  return (formatted, error) => {
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    const refusal = expected(formatted, error);
    if (refusal) return { message: refusal.message, ...place, extensions: extensionsOf(refusal) };
    const errorId = newId();
    log.error({ errorId, path: formatted.path, report: reportError(thrownOf(error)) }, 'unexpected error');
    const message = `Something went wrong on our side. Try again; if it stays, tell us this number: ${errorId}`;
    return { message, ...place, extensions: { code: 'INTERNAL', errorId } };
  };
};

import { HubError } from './hub-error.ts';

type Refusal = readonly [code: HubError['code'], reason: string, message: string];

const valueMalformed: Refusal = ['INVALID_INPUT', 'VALUE_MALFORMED', 'A value does not have the right form.'];
const valueOutOfRange: Refusal = [
  'INVALID_INPUT',
  'VALUE_OUT_OF_RANGE',
  'A value is too large or too small.',
];
const valueTooLong: Refusal = ['INVALID_INPUT', 'VALUE_TOO_LONG', 'A text is too long.'];
const textNotAllowed: Refusal = [
  'INVALID_INPUT',
  'TEXT_NOT_ALLOWED',
  'A text holds characters that cannot be stored.',
];
const tryAgain: Refusal = [
  'CONFLICT',
  'TRY_AGAIN',
  'Someone else changed the same thing just now. Try again.',
];

/** SQLSTATEs a caller can cause (PostgreSQL manual, appendix A); every other one is a fault of ours. */
const refusals: Readonly<Record<string, Refusal>> = {
  '23505': ['CONFLICT', 'ALREADY_EXISTS', 'This exists already.'],
  '23P01': ['CONFLICT', 'OVERLAPS', 'This overlaps with something that exists already.'],
  '23001': ['CONFLICT', 'STILL_IN_USE', 'Something else still refers to this.'],
  '23503': ['INVALID_INPUT', 'REFERENCE_NOT_FOUND', 'Something that is referred to does not exist.'],
  '23502': ['INVALID_INPUT', 'VALUE_MISSING', 'A required value is missing.'],
  '23514': ['INVALID_INPUT', 'VALUE_NOT_ALLOWED', 'A value is not allowed here.'],
  '22P02': valueMalformed,
  '22007': valueMalformed,
  '22003': valueOutOfRange,
  '22008': valueOutOfRange,
  '22001': valueTooLong,
  '54000': valueTooLong,
  '22021': textNotAllowed,
  '22P05': textNotAllowed,
  '40001': tryAgain,
  '40P01': tryAgain,
  '55P03': tryAgain,
  '42501': ['FORBIDDEN', 'NOT_ALLOWED', 'This is not allowed.'],
  // A statement that runs into its time limit asks for too much work at once, like a query over its cost.
  '57014': ['RATE_LIMITED', 'TOOK_TOO_LONG', 'This took too long. Ask for less, or try again later.'],
};

const recordOf = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;

/** The SQLSTATE of a database error, also of one the ORM has wrapped; undefined for any other error. */
export const sqlStateOf = (error: unknown): string | undefined => {
  let current = recordOf(error);
  for (let level = 0; current && level < 8; level += 1) {
    const code = current['code'];
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)) return code;
    current = recordOf(current['cause']) ?? recordOf(current['previous']);
  }
  return undefined;
};

/**
 * What a caller may know of a database error: a refusal by its SQLSTATE, without table, constraint or value names.
 * Undefined when the error is not from the database or is not the caller's doing.
 */
export const refusalOfDatabase = (error: unknown): HubError | undefined => {
  const refusal = refusals[sqlStateOf(error) ?? ''];
  return refusal && new HubError(...refusal);
};

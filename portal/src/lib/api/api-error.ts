/** The kinds of failure the API names, plus UNREACHABLE when it gave no answer at all. */
export type ApiErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'INTERNAL'
  | 'UNREACHABLE';

const knownCodes = new Set<string>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
]);

export interface FieldError {
  /** Where in the input, as the API says it: `input.contact.email`. */
  path: string;
  message: string;
  /** The field's own reason, where the API gives one. */
  reason?: string;
}

interface ErrorParts {
  code: ApiErrorCode;
  reason?: string | undefined;
  message: string;
  fields?: FieldError[];
  facts?: Record<string, unknown>;
}

/** A failure the API told of: `code` is its kind, `reason` the exact one (`OCCURRENCE_FULL`), `facts` its numbers. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly reason: string | undefined;
  readonly fields: FieldError[];
  readonly facts: Record<string, unknown>;

  constructor(parts: ErrorParts) {
    super(parts.message);
    this.name = 'ApiError';
    this.code = parts.code;
    this.reason = parts.reason;
    this.fields = parts.fields ?? [];
    this.facts = parts.facts ?? {};
  }
}

interface GraphQLErrorLike {
  message: string;
  extensions?: Record<string, unknown> | undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap(({ path, message, reason }) => {
    const place = Array.isArray(path) ? path.join('.') : path;
    if (typeof place !== 'string' || typeof message !== 'string') return [];
    return [{ path: place, message, ...(typeof reason === 'string' ? { reason } : {}) }];
  });
}

/** Turns what a GraphQL answer holds under `errors` into one error: the first one decides. */
export function toApiError(errors: readonly GraphQLErrorLike[]): ApiError {
  const [first] = errors;
  if (!first) return new ApiError({ code: 'UNREACHABLE', message: 'The API gave no answer.' });
  const { code, reason, fields, facts } = first.extensions ?? {};
  return new ApiError({
    code: typeof code === 'string' && knownCodes.has(code) ? (code as ApiErrorCode) : 'INTERNAL',
    reason: typeof reason === 'string' ? reason : undefined,
    message: first.message,
    fields: fieldsOf(fields),
    facts: isRecord(facts) ? facts : {},
  });
}

/** The HTTP status with which a page tells of this failure. */
export function statusOf(error: ApiError): number {
  const statuses: Record<ApiErrorCode, number> = {
    UNAUTHENTICATED: 401,
    FORBIDDEN: 403,
    NOT_FOUND: 404,
    INVALID_INPUT: 400,
    CONFLICT: 409,
    RATE_LIMITED: 429,
    INTERNAL: 500,
    UNREACHABLE: 503,
  };
  return statuses[error.code];
}

import type { ApiError, FieldError } from '#lib/api/api-error.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as messages from '#lib/paraglide/messages.js';

const areas = [
  'domain',
  'public',
  'auth',
  'association',
  'caseworker',
  'caseload',
  'admin',
  'protection',
  'access',
  'connections',
  'imports',
  'volunteers',
];

/** The words of every reason, by its message's name: only the server needs all of them. */
const byName: ReadonlyMap<string, (facts: Record<string, unknown>) => string> = new Map(
  Object.entries(messages as unknown as Record<string, (facts: Record<string, unknown>) => string>),
);

function wordsOfReason(reason: string | undefined, facts: Record<string, unknown>): string | undefined {
  if (!reason) return undefined;
  const names = areas.map((area) => `${area}_reason_${reason.toLowerCase()}`);
  return names.map((name) => byName.get(name)).find((words) => words !== undefined)?.(facts);
}

function wordsOfCode(error: ApiError): string {
  const words: Record<ApiError['code'], () => string> = {
    UNAUTHENTICATED: messages.shell_failure_unauthenticated,
    FORBIDDEN: messages.shell_failure_forbidden,
    NOT_FOUND: messages.shell_failure_not_found,
    INVALID_INPUT: messages.shell_failure_invalid_input,
    CONFLICT: messages.shell_failure_conflict,
    RATE_LIMITED: messages.shell_failure_rate_limited,
    INTERNAL: messages.shell_failure_internal,
    UNREACHABLE: messages.shell_failure_unreachable,
  };
  return words[error.code]();
}

/**
 * What went wrong, in the reader's language: by the exact reason where a message `<area>_reason_<reason>`
 * exists (it may use the error's facts as placeholders), else by the kind of failure.
 */
export function describeError(error: ApiError): string {
  return wordsOfReason(error.reason, error.facts) ?? wordsOfCode(error);
}

function describeField(field: FieldError, error: ApiError): string {
  const words = wordsOfReason(field.reason ?? error.reason, error.facts);
  if (words) return words;
  // The API speaks English: its own sentence helps a reader of English and no one else.
  return getLocale() === 'en' ? field.message : messages.ui_check_answer();
}

/** `input.contact.email` → `email`; a number at the end (an item of a list) does not count. */
function lastName(path: string): string {
  const names = path.split('.').filter((part) => !/^\d+$/.test(part));
  return names.at(-1) ?? path;
}

/**
 * The errors of fields by the names of a form's controls: the API's path without `input.` (`contact.email`)
 * where a control has that name, else its last part (`email`).
 */
export function fieldErrors(error: ApiError, controlNames: readonly string[] = []): Record<string, string> {
  const entries = error.fields.map((field) => {
    const path = field.path.replace(/^input\./, '');
    return [controlNames.includes(path) ? path : lastName(path), describeField(field, error)] as const;
  });
  // The first thing said of a field stands.
  return Object.fromEntries(entries.toReversed());
}

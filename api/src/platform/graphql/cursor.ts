import { invalidInput, type HubError } from '../errors/hub-error.ts';
import { isTextAllowed } from './text.guard.ts';

/** The sort key of a row, its last part unique: where a page ends. */
export type CursorValues = readonly (string | number | null)[];

const refuse = (): HubError =>
  invalidInput('after', 'INVALID_CURSOR', 'This cursor was not made by this list. Start again without it.');

const isValue = (value: unknown): value is string | number | null =>
  value === null || typeof value === 'number' || (typeof value === 'string' && isTextAllowed(value));

/** Opaque to clients. `kind` names the list and its order, so that a cursor of another list is refused. */
export const encodeCursor = (values: CursorValues, kind = 'rows'): string =>
  Buffer.from(JSON.stringify([kind, ...values])).toString('base64url');

/** Throws INVALID_INPUT, INVALID_CURSOR when the text is no cursor of this kind. */
export const decodeCursor = (cursor: string, kind = 'rows'): CursorValues => {
  if (cursor.length > 2000 || !/^[\w-]+$/.test(cursor)) throw refuse();
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refuse();
  }
  if (!Array.isArray(decoded) || decoded.length < 2) throw refuse();
  const [foundKind, ...values] = decoded as unknown[];
  if (foundKind !== kind || !values.every(isValue)) throw refuse();
  return values;
};

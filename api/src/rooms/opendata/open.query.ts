import { decodeCursor, encodeCursor } from '../../platform/graphql/cursor.ts';
import { invalidInput, type HubError } from '../../platform/errors/hub-error.ts';
import { isId } from '../../platform/ids.ts';

/** A question to the open data. */
export interface OpenRequest {
  /** BCP-47: the language of texts where a shape has one text alone. */
  readonly languageTag: string;
  /** Path and query as asked, '/hsds/services?page=2'. */
  readonly url: string;
  readonly query: URLSearchParams;
}

/** An answer of the open data. */
export interface OpenAnswer {
  readonly status: 200 | 410;
  readonly body: object;
  /** Where a list goes on and came from. */
  readonly next?: string | null;
  /** The language of its texts, where it has one alone. */
  readonly languageTag?: string;
}

/** Pages by number end here: a walk by `next` has no end and no doubles. */
const deepest = 10_000;
/** Changes are told again for so long: what was under way when the list was read is then committed. */
const overlapMilliseconds = 30_000;

const refuse = (name: string, form: string): HubError =>
  invalidInput(name, 'INVALID_FILTER', `Write "${name}" as ${form}, or leave it out.`);

/** Which rows of a list are asked for. */
export interface OpenWindow {
  readonly kind: string;
  readonly number: number;
  readonly size: number;
  readonly after: string | null;
  readonly skip: number;
  /** One more than the size: it tells whether rows follow. */
  readonly limit: number;
  /** Carried by the cursor, so that a walk counts once. */
  readonly count: number | null;
}

const wholeIn = (query: URLSearchParams, name: string, fallback: number, most: number): number => {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw refuse(name, `a whole number from 1 to ${most}`);
  return value;
};

/** Reads `page`, the page's size and `after`. Errors: INVALID_INPUT INVALID_FILTER, INVALID_CURSOR. */
export const windowOf = (
  query: URLSearchParams,
  sizeName: string,
  kind: string,
  standard: number,
): OpenWindow => {
  const size = wholeIn(query, sizeName, standard, 100);
  const number = wholeIn(query, 'page', 1, 1_000_000);
  const cursor = query.get('after');
  const [count, after] = cursor ? decodeCursor(cursor, kind) : [];
  if (cursor && !(typeof count === 'number' && typeof after === 'string' && isId(after)))
    throw invalidInput(
      'after',
      'INVALID_CURSOR',
      'This cursor was not made by this list. Start again without it.',
    );
  const skip = cursor ? 0 : (number - 1) * size;
  if (skip > deepest)
    throw invalidInput(
      'page',
      'PAGE_TOO_DEEP',
      `Pages by number end after ${deepest} rows. Follow the address in "next".`,
    );
  return {
    kind,
    number,
    size,
    after: typeof after === 'string' ? after : null,
    skip,
    limit: size + 1,
    count: typeof count === 'number' ? count : null,
  };
};

/** The address of the page behind these rows; null on the last one. */
export const nextOf = (
  publicUrl: string,
  { url, query }: OpenRequest,
  window: OpenWindow,
  rows: readonly { readonly id: string }[],
  count: number,
): string | null => {
  const last = rows[window.size - 1];
  if (!last || rows.length <= window.size) return null;
  const onward = new URLSearchParams(query);
  onward.delete('page');
  onward.set('after', encodeCursor([count, last.id], window.kind));
  return `${publicUrl}${url.split('?')[0] ?? ''}?${onward.toString()}`;
};

/** An instant with its offset, or a day, of which it is the beginning in Helsinki. */
const instantOf = (text: string): Date | null => {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  try {
    const instant = isDay
      ? Temporal.PlainDate.from(text).toZonedDateTime('Europe/Helsinki').toInstant()
      : Temporal.Instant.from(text.replace(' ', '+'));
    const at = new Date(instant.epochMilliseconds);
    const year = at.getUTCFullYear();
    return year >= 1970 && year <= 2200 ? at : null;
  } catch {
    return null;
  }
};

/** A point in time under any of its names. Errors: INVALID_INPUT INVALID_FILTER. */
export const instantIn = (query: URLSearchParams, ...names: string[]): Date | null => {
  for (const name of names) {
    const text = query.get(name);
    if (!text) continue;
    const at = instantOf(text);
    if (!at) throw refuse(name, 'a date (2026-12-31) or an instant with its offset (2026-12-31T12:00:00Z)');
    return at;
  }
  return null;
};

/** The values of a parameter, repeated or with commas between. Errors: INVALID_INPUT INVALID_FILTER. */
export const valuesIn = (query: URLSearchParams, name: string, isRight: RegExp, form: string): string[] => {
  const values = query.getAll(name).flatMap((text) => text.split(','));
  const given = values.map((value) => value.trim()).filter((value) => value !== '');
  if (given.length > 50 || !given.every((value) => isRight.test(value))) throw refuse(name, form);
  return [...new Set(given)];
};

/** Words that are searched for; at most 100 letters count. Errors: INVALID_INPUT INVALID_FILTER. */
export const textIn = (query: URLSearchParams, ...names: string[]): string => {
  const text = names.map((name) => query.get(name)).find(Boolean) ?? '';
  if (text.includes('\0')) throw refuse(names[0] ?? 'text', 'plain text');
  return text.trim().slice(0, 100);
};

/** Until when this answer knows all changes: what a mirror asks for next time. */
export const knownUntil = (now: Date): string => new Date(now.getTime() - overlapMilliseconds).toISOString();

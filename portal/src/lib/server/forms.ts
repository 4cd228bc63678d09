import { error, fail, type ActionFailure } from '@sveltejs/kit';
import { statusOf, type ApiError } from '#lib/api/api-error.ts';
import { describeError, fieldErrors } from './describe-error.ts';
import type { ApiResult } from './request-api.ts';

/** What a form gets back when it failed: what was filled in, and what is wrong with it. */
export interface FormFailure<Values> {
  values: Values;
  /** By control name, in the reader's language. */
  errors: Record<string, string>;
  /** What is wrong as a whole. */
  message: string;
}

/** Gives a form back with the API's refusal. */
export function failWith<Values extends object>(
  refusal: ApiError,
  values: Values,
): ActionFailure<FormFailure<Values>> {
  const errors = fieldErrors(refusal, Object.keys(values));
  return fail(statusOf(refusal), { values, errors, message: describeError(refusal) });
}

/** Gives a form back with what the page itself found: mostly an answer that is missing. */
export function failBecause<Values extends object>(
  errors: Record<string, string>,
  values: Values,
  message = '',
): ActionFailure<FormFailure<Values>> {
  return fail(400, { values, errors, message });
}

/** The data a page cannot do without; a refusal becomes the page's error. */
export function orError<Data>(result: ApiResult<Data>): Data {
  if (result.error) error(statusOf(result.error), result.error.reason ?? result.error.code);
  return result.data;
}

/** For what may be absent: `null` becomes "page not found". */
export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) error(404, 'NOT_FOUND');
  return value;
}

/** One text of a form, trimmed; `''` where it is absent. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** One text, or `null` where nothing was filled in: for nullable inputs. */
export function optionalText(form: FormData, name: string): string | null {
  return text(form, name) || null;
}

/** All values of a group of checkboxes. */
export function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

export function isTicked(form: FormData, name: string): boolean {
  return form.has(name);
}

/** A whole number; `null` where nothing was filled in, `NaN` where it is none. */
export function wholeNumber(form: FormData, name: string): number | null {
  const value = text(form, name);
  if (value === '') return null;
  return /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
}

/**
 * Where to go after signing in: only a path of this portal. Anything else, also `//elsewhere.example`, leads
 * to `fallback`.
 */
export function safeNext(next: string | null, fallback: string): string {
  return next !== null && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : fallback;
}

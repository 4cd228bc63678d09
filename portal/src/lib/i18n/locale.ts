import { getLocale } from '#lib/paraglide/runtime.js';
import { directionOf, type Direction, type Language } from './languages.ts';

/** The language of the page being rendered, on the server and in the browser. */
export function currentLanguage(): Language {
  return getLocale();
}

export function currentDirection(): Direction {
  return directionOf(getLocale());
}

/** A link inside the portal, in the reader's language: `path('/offerings/7')` → `/ar/offerings/7`. */
export function path(rest: `/${string}`): string {
  return rest === '/' ? `/${getLocale()}` : `/${getLocale()}${rest}`;
}

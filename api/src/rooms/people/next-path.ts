import { invalidInput } from '../../platform/errors/hub-error.ts';

// A browser reads a backslash as a slash, and drops tabs and line breaks: '/\example.org' leaves the site too.
const inSite = /^\/(?![/\\])[^\\\s\p{Cc}]*$/u;

/** Where to go after signing in: a path of this site, else NEXT_NOT_IN_SITE. Nobody is led elsewhere by a link of ours. */
export const checkedNext = (next: string | null | undefined): string | null => {
  if (next === null || next === undefined || next === '') return null;
  if (next.length <= 1000 && inSite.test(next)) return next;
  throw invalidInput('input.next', 'NEXT_NOT_IN_SITE', 'Name a path of this site, e.g. /fi/desk.');
};

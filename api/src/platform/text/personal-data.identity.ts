import type { TextPlace } from './personal-data.shadow.ts';

/** The check character is the nine digits' remainder by 31 (Decree 128/2010, 2 §). */
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Letters of a Cyrillic keyboard that stand where a Latin one is meant. */
const CYRILLIC = 'АВСЕНКМРТУХавсенкмртух';
const LATIN = 'ABCEHKMPTYXabcehkmptyx';

/**
 * Birth date, century sign (`+` 1800s; `-`, `U` to `Y` 1900s; `A` to `F` 2000s), three digits, check character,
 * as forms and people write it: `131052-308T`, `13.10.1952 - 308 T`.
 */
const WRITTEN =
  /(?<!\d)(\d{2})[./ ]?(\d{2})[./ ]?(?:18|19|20)?(\d{2}) {0,2}[-+A-FU-Y] {0,2}(\d{3}) ?([\dA-Z])(?!\d)/gi;

/** Blanks, dots, slashes and dashes anywhere, the sign even missing: believed only with the right check character. */
const SPREAD_OUT = new RegExp(
  `(?<!\\d)${'(\\d)[ ./]{0,2}'.repeat(5)}(\\d)[ ./]{0,2}([-+A-FU-Y]?)[ ./]{0,2}${'(\\d)[ ./]{0,2}'.repeat(3)}([\\dA-Z])(?!\\d)`,
  'gi',
);

export function findIdentityCodes(shadow: string): TextPlace[] {
  const text = shadow.replaceAll(/[\u0410-\u0445]/g, (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter);
  const written = matches(WRITTEN, text).filter(({ match }) => isDate(match[1], match[2]));
  const spread = matches(SPREAD_OUT, text).filter(({ match }) => hasCheckCharacter(match.slice(1)));
  return [...written, ...spread];
}

/** Every match, also one that starts inside another: `12` before a code must not hide it. */
function matches(pattern: RegExp, text: string): (TextPlace & { match: RegExpExecArray })[] {
  const found: (TextPlace & { match: RegExpExecArray })[] = [];
  const search = new RegExp(pattern);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    found.push({ match, start: match.index, end: match.index + match[0].length });
    search.lastIndex = match.index + 1;
  }
  return found;
}

function isDate(day = '', month = ''): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

function hasCheckCharacter(groups: (string | undefined)[]): boolean {
  const digits = [...groups.slice(0, 6), ...groups.slice(7, 10)].join('');
  const [sign = '', check = ''] = [groups[6], groups[10]];
  // Ten digits without a sign are a phone number.
  if (sign === '' && /\d/.test(check)) return false;
  if (!isDate(digits.slice(0, 2), digits.slice(2, 4))) return false;
  return CHECK_CHARACTERS[Number(digits) % 31] === check.toUpperCase();
}

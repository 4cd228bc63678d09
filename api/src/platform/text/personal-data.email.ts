import type { TextPlace } from './personal-data.shadow.ts';

const LOCAL_CHARACTER = /^[\p{L}\p{N}._%+'-]$/u;
const MAXIMUM_LOCAL_LENGTH = 64;

/** `@`, and what people write to hide it: `(at)`, `[ät]`, ` at `. */
const AT_SIGN = / {0,2}(?:@|[([{<] ?(?:at|ät|@|miukumauku|собака) ?[)\]}>]) {0,2}/giu;
const AT_WORD = / {1,2}(?:at|ät|miukumauku|собака) {1,2}/giu;

const DOT = String.raw`(?: ?\. ?| ?[([{<] ?(?:dot|piste|\.) ?[)\]}>] ?| (?:dot|piste) )`;
const LABEL = String.raw`[\p{L}\p{N}-]{1,63}`;
const DOMAIN = new RegExp(`${LABEL}(?:${DOT}${LABEL})+`, 'iuy');
const HOST = new RegExp(LABEL, 'iuy');
/** After a mere word only a domain as it is typed counts: "at noon. Then" is no address. */
const TYPED_DOMAIN = new RegExp(String.raw`(?:${LABEL}(?:\.| (?:dot|piste) ))+\p{L}{2,}`, 'iuy');

export function findEmails(shadow: string): TextPlace[] {
  const found: TextPlace[] = [];
  for (const match of shadow.matchAll(AT_SIGN)) {
    const isTight = match[0] === '@';
    add(found, shadow, match, isTight ? [DOMAIN, HOST] : [DOMAIN]);
  }
  for (const match of shadow.matchAll(AT_WORD)) add(found, shadow, match, [TYPED_DOMAIN]);
  return found;
}

function add(found: TextPlace[], shadow: string, match: RegExpExecArray, domains: RegExp[]): void {
  const start = localStart(shadow, match.index);
  if (start === match.index) return;
  for (const domain of domains) {
    domain.lastIndex = match.index + match[0].length;
    if (domain.test(shadow)) {
      found.push({ start, end: domain.lastIndex });
      return;
    }
  }
}

/** Walks back over the part before the sign. */
function localStart(shadow: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < MAXIMUM_LOCAL_LENGTH && LOCAL_CHARACTER.test(shadow[start - 1] ?? ''))
    start -= 1;
  return start;
}

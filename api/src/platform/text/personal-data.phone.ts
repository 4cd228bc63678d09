import type { TextPlace } from './personal-data.shadow.ts';

/** Digits with what people put between them. */
const NUMBER_RUN = /(?:\+ ?)?\(?\d(?:[ ().+/-]{0,3}\d)*/g;

/** The shortest subscriber numbers in use; a number with its trunk prefix 0 shows itself sooner. */
const SHORTEST = 7;
const SHORTEST_WITH_PREFIX = 6;

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)\\d{2}';
const HOUR = '(?:[01]?\\d|2[0-4])';
/** `1.12.2026`, `1.12.26`, `1.12.`, `2026-12-01`, `1/12/2026`, `12/2026`, `1.-`, `17.30`, `17-19`, `2026`. */
const MOMENT = [
  `${DAY}\\. ?${MONTH}\\. ?(?:${YEAR}|\\d{2})`,
  `${DAY}\\. ?${MONTH}\\.?`,
  `${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])`,
  `${DAY}/${MONTH}/${YEAR}`,
  `${MONTH}/${YEAR}`,
  `${DAY}\\.(?= ?-)`,
  `${HOUR}\\.[0-5]\\d`,
  `${HOUR}-${HOUR}`,
  YEAR,
].join('|');
/** A run that says when, and nothing else. */
const CALENDAR = new RegExp(`^(?:${MOMENT})(?:[ /-]{1,3}(?:${MOMENT}))*$`);
/** Longer ones are no sentence about times; it also bounds the matcher's work. */
const LONGEST_CALENDAR = 60;

export function findPhones(shadow: string): TextPlace[] {
  const found: TextPlace[] = [];
  for (const match of shadow.matchAll(NUMBER_RUN)) {
    const [run] = match;
    if (isPhone(run)) found.push({ start: match.index, end: match.index + run.length });
  }
  return found;
}

function isPhone(run: string): boolean {
  const digits = run.replaceAll(/\D/g, '');
  const shortest = digits.startsWith('0') ? SHORTEST_WITH_PREFIX : SHORTEST;
  return digits.length >= shortest && !(run.length <= LONGEST_CALENDAR && CALENDAR.test(run));
}

/** A place in a text, in UTF-16 units. */
export type TextPlace = { start: number; end: number };

/** A text in the writing that the finders know, with the way back to the places of the original. */
export type Shadow = {
  text: string;
  /** Place in the original of the shadow's unit at `index`. */
  startOf(index: number): number;
  /** End in the original of the shadow's text that ends before `index`. */
  endOf(index: number): number;
};

const DASH = /^[\p{Pd}\u2212]$/u;
const INVISIBLE = /^[\p{Cf}\p{M}]$/u;
const DIGIT = /^\p{Nd}$/u;

/**
 * Writes digits of every script as ASCII, every dash as `-`, every blank and line break as a space, full-width signs as plain
 * ones, and leaves out what cannot be seen, so that one pattern meets `٠٤٠`, `０４０` and `0\u200B40` alike.
 */
export function shadowOf(original: string): Shadow {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let place = 0;
  for (const character of original) {
    for (const unit of plain(character)) {
      units.push(unit);
      starts.push(place);
      ends.push(place + character.length);
    }
    place += character.length;
  }
  return {
    text: units.join(''),
    startOf: (index) => starts[index] ?? original.length,
    endOf: (index) => ends[index - 1] ?? 0,
  };
}

/** One unit or several (`½` opens out), none for the invisible; always single UTF-16 units. */
function plain(character: string): string[] {
  const compatible = character.normalize('NFKC');
  return [...compatible].flatMap((part) => {
    if (DASH.test(part)) return ['-'];
    if (INVISIBLE.test(part)) return [];
    if (DIGIT.test(part)) return [digitOf(part)];
    if (/^\s$/.test(part)) return [' '];
    return part.split('');
  });
}

/** Decimal digits stand in Unicode in runs of ten from their zero upwards. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

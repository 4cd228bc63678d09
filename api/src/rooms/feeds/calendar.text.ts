/** A property's parameters; a value with `:;,` is quoted as RFC 5545 §3.2 asks. */
type Parameters = Readonly<Record<string, string | undefined>>;

const utf8 = new TextEncoder();
const mostOctets = 75;

/** Control characters stand in no calendar; the tab is white space. */

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g;

/** A value of type TEXT (RFC 5545 §3.3.11). */
export const calendarText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(controls, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(/[;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

const parameterText = (value: string): string => {
  const clean = value
    .replaceAll(controls, '')
    .replaceAll(/[\n\r\t]/g, ' ')
    .replaceAll('"', '’');
  return /[:;,]/.test(clean) ? `"${clean}"` : clean;
};

/** Folds after 75 octets without cutting a character (RFC 5545 §3.1). */
const fold = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (octets + size > mostOctets) {
      lines.push(current);
      // The blank that marks the continuation counts.
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
};

/** One content line; `value` is written as it is: escape a text with `calendarText`. */
export const property = (name: string, value: string, parameters: Parameters = {}): string => {
  const written = Object.entries(parameters).flatMap(([key, text]) =>
    text === undefined ? [] : [`;${key}=${parameterText(text)}`],
  );
  return fold(`${name}${written.join('')}:${value}`);
};

/** '2026-12-01T17:00' or with seconds as '20261201T170000'. */
export const localTime = (wallTime: string): string => {
  const digits = wallTime.replaceAll(/[-:]/g, '');
  return digits.length === 13 ? `${digits}00` : digits;
};

/** An instant as '20261201T150000Z'. */
export const utcTime = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

import ICAL from 'ical.js';

/** A property of a calendar: its name, what stands beside it, and its value. */
export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Unescaped; of a list the first, of a period its start. */
  readonly value: string;
  readonly values: readonly string[];
  /** As written. */
  readonly raw: string;
}

const textOf = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' || typeof first === 'number' ? String(first) : '';
};

const parametersOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(value ?? {}).map(([name, each]) => [name.toLowerCase(), textOf(each)]));

/** Where the value begins: after the first colon outside quotation marks. */
const rawOf = (line: string): string => {
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    if (line[index] === '"') isQuoted = !isQuoted;
    else if (line[index] === ':' && !isQuoted) return line.slice(index + 1);
  }
  return '';
};

/** The name of a line's property, in upper case. */
export const nameOf = (line: string): string => (/^[\w-]+/.exec(line)?.[0] ?? '').toUpperCase();

/** Null for a line that cannot be read. */
export function readProperty(line: string): Property | null {
  const name = nameOf(line);
  // The rule is read by the engine of schedules; the library would spend itself on endless ones.
  if (name === 'RRULE' || name === 'EXRULE')
    return { name, parameters: {}, value: rawOf(line), values: [rawOf(line)], raw: rawOf(line) };
  try {
    const parts: unknown = ICAL.parse.property(line);
    if (!Array.isArray(parts)) return null;
    const [, parameters, , ...values]: unknown[] = parts;
    const texts = values.map(textOf);
    return {
      name,
      parameters: parametersOf(parameters),
      value: texts[0] ?? '',
      values: texts,
      raw: rawOf(line),
    };
  } catch {
    return null;
  }
}

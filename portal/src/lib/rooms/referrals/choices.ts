import type { Choice } from '#lib/ui/types.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

/** The choices of a select or radio group from a table of words, in the table's order. */
export function choicesOf<Code extends string>(
  words: Words<Code>,
  codes: readonly Code[] = Object.keys(words) as Code[],
): Choice[] {
  return codes.map((value) => ({ value, label: words[value]() }));
}

/** What was chosen, if it is a code of the table. */
export function chosen<Code extends string>(words: Words<Code>, value: string | null): Code | undefined {
  return value !== null && Object.hasOwn(words, value) ? (value as Code) : undefined;
}

/** All that were chosen and are codes of the table. */
export function allChosen<Code extends string>(words: Words<Code>, values: readonly string[]): Code[] {
  return values.filter((value): value is Code => Object.hasOwn(words, value));
}

import { formatList } from '#lib/i18n/words.ts';
import { association_description, association_summary, association_title } from '#lib/paraglide/messages.js';

export const textParts = ['TITLE', 'SUMMARY', 'DESCRIPTION'] as const;
export type TextPart = (typeof textParts)[number];

export const partWords: Record<TextPart, () => string> = {
  TITLE: association_title,
  SUMMARY: association_summary,
  DESCRIPTION: association_description,
};

/** "Title and description". */
export const namesOf = (parts: readonly TextPart[]): string =>
  formatList(parts.map((part) => partWords[part]()));

interface Parts {
  sourceLanguage: string | null;
  missingFields: readonly TextPart[];
  outdatedFields: readonly TextPart[];
}

/** How many of the parts that an original has a translation says as the original does today. */
export function doneOf({ missingFields, outdatedFields }: Parts, total: number): number {
  return Math.max(0, total - missingFields.length - outdatedFields.length);
}

/** How many parts a text has. */
export function partsIn(text: { title: string; summary: string; description: string }): number {
  return [text.title, text.summary, text.description].filter((part) => part !== '').length;
}

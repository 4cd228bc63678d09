import { diffWordsWithSpace } from 'diff';
import { textFields, type TextField } from './offering.words.ts';
import type { StoredText } from './translation.rules.ts';

export interface TextPart {
  readonly kind: 'SAME' | 'ADDED' | 'REMOVED';
  readonly text: string;
}

/** What changed in one field of a source since it was translated. */
export interface SourceChange {
  readonly field: TextField;
  readonly parts: readonly TextPart[];
}

/** Beyond this many differences a word-by-word comparison is slow and nobody reads it: old and new stand whole. */
const mostEdits = 2_000;

/** From one wording to the other, word by word. */
export const partsOf = (before: string, now: string): TextPart[] => {
  const changes = diffWordsWithSpace(before, now, { maxEditLength: mostEdits });
  if (!changes)
    return [
      { kind: 'REMOVED', text: before },
      { kind: 'ADDED', text: now },
    ];
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
    text: value,
  }));
};

/** How the source of a text changed in meaning since it was translated, field by field; none where it did not. */
export const sourceChangesOf = (text: StoredText, texts: readonly StoredText[]): SourceChange[] => {
  const source = texts.find(({ language }) => language === text.sourceLanguage);
  if (!source) return [];
  return textFields.flatMap((field) => {
    const basis = text.basedOn[field];
    if (!basis || basis.version >= source.substance[field]) return [];
    return [{ field, parts: partsOf(basis.text, source[field]) }];
  });
};

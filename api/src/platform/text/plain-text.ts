export type TextProblemReason = 'TEXT_NOT_ALLOWED' | 'TEXT_TOO_LONG' | 'TEXT_EMPTY';

export type TextReading =
  { ok: true; value: string } | { ok: false; reason: TextProblemReason; message: string };

export type TextLimits = {
  /** In characters (code points, as PostgreSQL counts), after normalisation. */
  maxLength: number;
  /** True lets line breaks and tabs in; line breaks become `\n`. */
  multiline: boolean;
};

/** C0 and C1 controls with DEL, except tab and line feed. */

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Embeddings, overrides and isolates: they make a name or an address read as another. Marks (LRM, RLM) stay. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/g;
/** Noncharacters mean nothing between programs. */
const NONCHARACTER = /[\uFDD0-\uFDEF\p{Noncharacter_Code_Point}]/gu;
const LINE_BREAK = /\r\n?|\u2028|\u2029|\u0085/g;
/** Whitespace, format characters, lone combining marks and the blanks that Unicode counts as letters or symbols. */
const INVISIBLE = /[\s\p{C}\p{Z}\p{M}\u115F\u1160\u3164\uFFA0\u2800]/gu;

/**
 * Text as people write it, made uniform: trimmed, NFC. Markup is text like any other; whoever shows it escapes
 * it. Emoji and joiners (ZWJ, ZWNJ: Persian needs them) stay.
 * Refuses: TEXT_NOT_ALLOWED (NUL, control characters, lone surrogates, bidi overrides and isolates, line breaks
 * in a single line), TEXT_EMPTY (nothing to see), TEXT_TOO_LONG.
 */
export function cleanText(value: string, { maxLength, multiline }: TextLimits): TextReading {
  // Four UTF-16 units a character at most can vanish in normalisation; beyond that no work is worth doing.
  if (value.length > maxLength * 4 + 1_000) return tooLong(maxLength);
  if (!value.isWellFormed()) return notAllowed('The text has half a character in it; type it again.');
  const text = value.replace(LINE_BREAK, '\n').trim().normalize('NFC');
  if (!multiline && /[\n\t]/.test(text)) return notAllowed('Write the text on one line, without tabs.');
  if (text.search(CONTROL) >= 0 || text.search(NONCHARACTER) >= 0) {
    return notAllowed('The text has a control character in it; delete it or type the text again.');
  }
  if (text.search(BIDI_CONTROL) >= 0) {
    return notAllowed(
      'The text has an invisible character that turns the reading direction; type it without.',
    );
  }
  if (!hasVisibleText(text)) return { ok: false, reason: 'TEXT_EMPTY', message: 'Write something here.' };
  return [...text].length > maxLength ? tooLong(maxLength) : { ok: true, value: text };
}

/**
 * The same rules for text of a foreign source, where nobody can be asked: what is not allowed is taken out, half
 * characters become U+FFFD. May return an empty string.
 */
export function stripText(value: string, { multiline }: Pick<TextLimits, 'multiline'>): string {
  const lines = value.toWellFormed().replace(LINE_BREAK, '\n');
  const text = multiline ? lines : lines.replaceAll(/[\n\t]+/g, ' ');
  const kept = text.replace(CONTROL, '').replace(BIDI_CONTROL, '').replace(NONCHARACTER, '');
  // Normalising comes last: taking a character out can bring a letter and its mark together.
  const clean = kept.normalize('NFC').trim();
  return hasVisibleText(clean) ? clean : '';
}

function hasVisibleText(text: string): boolean {
  return text.replace(INVISIBLE, '') !== '';
}

function notAllowed(message: string): TextReading {
  return { ok: false, reason: 'TEXT_NOT_ALLOWED', message };
}

function tooLong(maxLength: number): TextReading {
  return { ok: false, reason: 'TEXT_TOO_LONG', message: `Shorten the text to ${maxLength} characters.` };
}

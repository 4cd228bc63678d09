import { invalidInput } from '../../platform/errors/hub-error.ts';
import { findPersonalData } from '../../platform/text/personal-data.ts';
import { shadowOf } from '../../platform/text/personal-data.shadow.ts';
import { cleanText } from '../../platform/text/plain-text.ts';
import { nameLikeWordsOf } from './note.names.ts';

/** What may not stand in a note; told by kind, never by echo. */
export type NoteProblem = 'IDENTITY_CODE' | 'PHONE' | 'EMAIL' | 'NAME';

/** Letters alone, without case, accents and what cannot be seen. */
const plain = (text: string): string =>
  shadowOf(text).text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] => plain(text).match(/\p{L}+/gu) ?? [];

/** What Finnish hangs on short names: Ali, Alin, Alille. Longer names block whatever begins with them. */
const ending = /^(?:n|a|t|s|in|en|ia|lla|lle|lta|ssa|sta|na|ksi|tta|han|kin|kaan|ko|ni|si|nsa|ta)$/;
const SHORT = 3;

/** Scripts that write particles on to the word (وأمينة) or no gaps between words. */
const joinsWords =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Myanmar}]/u;

const isOfName = (word: string, name: string): boolean => {
  if (joinsWords.test(name)) return word.includes(name);
  if (!word.startsWith(name)) return false;
  return name.length > SHORT || word === name || ending.test(word.slice(name.length));
};

/** The kinds of personal data in a note: codes, numbers, addresses, and the client's own name. Fails closed. */
export const noteProblemsOf = (note: string, givenName: string): NoteProblem[] => {
  const kinds = new Set<NoteProblem>(findPersonalData(note).map(({ kind }) => kind));
  const names = wordsOf(givenName).filter((name) => name.length > 1 || joinsWords.test(name));
  const words = wordsOf(note);
  if (names.some((name) => words.some((word) => isOfName(word, name)))) kinds.add('NAME');
  return [...kinds];
};

const limits = { maxLength: 280, multiline: true } as const;

/** Everything that would keep a note back, told by kind: also TEXT_TOO_LONG and TEXT_NOT_ALLOWED. */
export const reviewNote = (note: string | null | undefined, givenName: string): string[] => {
  if (!note?.trim()) return [];
  const reading = cleanText(note, limits);
  return [...(reading.ok ? [] : [reading.reason]), ...noteProblemsOf(note, givenName)];
};

/** Words of the note that its writer said to be no names; `all` for a note that was confirmed before. */
type ConfirmedWords = readonly string[] | 'all';

const checkNames = (note: string, confirmed: ConfirmedWords): void => {
  if (confirmed === 'all') return;
  const words = nameLikeWordsOf(note).filter((word) => !confirmed.includes(word));
  if (words.length === 0) return;
  throw invalidInput(
    'input.note',
    'NOTE_HAS_NAMES',
    'Some words of the note may be names. Take them out, or confirm that each of them is none.',
    { words },
  );
};

/**
 * The note as it is kept; null for none. Errors, on `input.note`: INVALID_INPUT NOTE_HAS_PERSONAL_DATA with fact `kinds`;
 * those of texts; NOTE_HAS_NAMES with fact `words`, a warning that goes once exactly those words are confirmed. The words
 * are the writer's own and go back to the writer alone.
 */
export const checkNote = (
  note: string | null | undefined,
  givenName: string,
  confirmed: ConfirmedWords = [],
): string | null => {
  if (!note?.trim()) return null;
  const reading = cleanText(note, limits);
  if (!reading.ok) throw invalidInput('input.note', reading.reason, reading.message);
  const kinds = noteProblemsOf(reading.value, givenName);
  if (kinds.length > 0)
    throw invalidInput(
      'input.note',
      'NOTE_HAS_PERSONAL_DATA',
      'Take names, phone numbers, e-mail addresses and identity codes out of the note: the receiver reads it before it accepts.',
      { kinds },
    );
  checkNames(reading.value, confirmed);
  return reading.value;
};

import {
  caseworker_note_email,
  caseworker_note_identity_code,
  caseworker_note_name,
  caseworker_note_not_allowed,
  caseworker_note_phone,
  caseworker_note_too_long,
} from '#lib/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
  IDENTITY_CODE: caseworker_note_identity_code,
  PHONE: caseworker_note_phone,
  EMAIL: caseworker_note_email,
  NAME: caseworker_note_name,
  TEXT_TOO_LONG: caseworker_note_too_long,
};

/** What is wrong with a note, named by kind and never by echo. */
export function noteProblemWords(kind: string): string {
  return (words[kind] ?? caseworker_note_not_allowed)();
}

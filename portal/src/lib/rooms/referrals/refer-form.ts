import {
  caseworker_note_names,
  caseworker_note_problem,
  ui_answer_missing,
} from '#lib/paraglide/messages.js';
import { text, texts } from '#lib/server/forms.ts';
import { formatList } from '#lib/i18n/words.ts';
import { readConsent, type ConsentValues } from './consent-form.ts';
import { chosen } from './choices.ts';
import { needWords, priorityWords, summaryFieldWords } from './referral.words.ts';
import type { NeedCategory, ReferralPriority, SummaryField } from './referral.words.ts';
import { noteProblemWords } from './note-problems.ts';

/** What stands in the form that refers, as text. */
export interface ReferValues extends ConsentValues {
  needCategory: string;
  priority: string;
  note: string;
  /** What of the client is told at once; the rest is kept back. */
  told: string[];
  /** Words of the note that were said to be no names. */
  confirmedWords: string[];
  /** Words of the note that may be names and wait for an answer. */
  nameWords: string[];
  intent: ReferIntent;
}

/** What the button asks for: send now, ask the client first, or keep a draft. */
export type ReferIntent = 'send' | 'ask' | 'draft' | 'look';

export function readReferForm(form: FormData): ReferValues {
  return {
    needCategory: text(form, 'needCategory'),
    priority: text(form, 'priority') || 'NORMAL',
    note: text(form, 'note'),
    told: texts(form, 'told'),
    confirmedWords: texts(form, form.has('confirmNames') ? 'nameWords' : 'confirmedWords'),
    nameWords: [],
    intent: intentOf(form),
    ...readConsent(form),
  };
}

function intentOf(form: FormData): ReferIntent {
  const intent = text(form, 'intent') || text(form, 'confirmNames');
  return intent === 'send' || intent === 'ask' || intent === 'draft' ? intent : 'look';
}

export function needOf(values: ReferValues): NeedCategory | undefined {
  return chosen(needWords, values.needCategory);
}

export function priorityOf(values: ReferValues): ReferralPriority {
  return chosen(priorityWords, values.priority) ?? 'NORMAL';
}

/** What the form keeps back from the receiver. */
export function withheldOf(values: ReferValues): SummaryField[] {
  return (Object.keys(summaryFieldWords) as SummaryField[]).filter((field) => !values.told.includes(field));
}

/** Words of a note that may be names and were not confirmed yet. */
export function namesToConfirm(values: ReferValues, noteNames: readonly string[]): string[] {
  return noteNames.filter((word) => !values.confirmedWords.includes(word));
}

/** What is missing or may not stand there, beside its field. */
export function referErrors(
  values: ReferValues,
  { noteProblems, noteNames }: { noteProblems: readonly string[]; noteNames: readonly string[] },
): Record<string, string> {
  const kinds = noteProblems.map((kind) => noteProblemWords(kind));
  const names = namesToConfirm(values, noteNames);
  return {
    ...(names.length > 0 ? { note: caseworker_note_names({ words: formatList(names) }) } : {}),
    ...(needOf(values) ? {} : { needCategory: ui_answer_missing() }),
    ...(kinds.length > 0 ? { note: caseworker_note_problem({ kinds: formatList(kinds) }) } : {}),
  };
}

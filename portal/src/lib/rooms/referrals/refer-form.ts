import { caseworker_note_problem, ui_answer_missing } from '#lib/paraglide/messages.js';
import { text } from '#lib/server/forms.ts';
import { formatList } from '#lib/i18n/words.ts';
import { readConsent, type ConsentValues } from './consent-form.ts';
import { chosen } from './choices.ts';
import { needWords, priorityWords, type NeedCategory, type ReferralPriority } from './referral.words.ts';
import { noteProblemWords } from './note-problems.ts';

/** What stands in the form that refers, as text. */
export interface ReferValues extends ConsentValues {
  needCategory: string;
  priority: string;
  note: string;
}

/** What the button asks for: send now, ask the client first, or keep a draft. */
export type ReferIntent = 'send' | 'ask' | 'draft' | 'look';

export function readReferForm(form: FormData): ReferValues {
  return {
    needCategory: text(form, 'needCategory'),
    priority: text(form, 'priority') || 'NORMAL',
    note: text(form, 'note'),
    ...readConsent(form),
  };
}

export function intentOf(form: FormData): ReferIntent {
  const intent = text(form, 'intent');
  return intent === 'send' || intent === 'ask' || intent === 'draft' ? intent : 'look';
}

export function needOf(values: ReferValues): NeedCategory | undefined {
  return chosen(needWords, values.needCategory);
}

export function priorityOf(values: ReferValues): ReferralPriority {
  return chosen(priorityWords, values.priority) ?? 'NORMAL';
}

/** What is missing or may not stand there, beside its field. */
export function referErrors(values: ReferValues, noteProblems: readonly string[]): Record<string, string> {
  const kinds = noteProblems.map((kind) => noteProblemWords(kind));
  return {
    ...(needOf(values) ? {} : { needCategory: ui_answer_missing() }),
    ...(kinds.length > 0 ? { note: caseworker_note_problem({ kinds: formatList(kinds) }) } : {}),
  };
}

import { fail, type ActionFailure } from '@sveltejs/kit';
import type { ApiError } from '#lib/api/api-error.ts';
import { ui_errors_title } from '#lib/paraglide/messages.js';
import { failWith, wholeNumber, type FormFailure } from '#lib/server/forms.ts';
import type { ConsentValues } from './consent-form.ts';

/** What stood in the form of a move, so that a refusal loses nothing; `move` says which form it was. */
export interface MoveValues {
  move: string;
  reason?: string;
  channel?: string;
  outcome?: string;
  sessionsAttended?: string;
  message?: string;
  kinds?: readonly string[];
  field?: string;
  value?: string;
  estimatedWaitWeeks?: string;
  reviewOn?: string;
  consent?: ConsentValues;
  sendByMail?: boolean;
}

export interface MoveFailure extends FormFailure<MoveValues> {
  /** Someone moved the referral meanwhile; the page beside shows where it stands now. */
  isConflict: boolean;
  /** A client's link that was just made: told this once. */
  link?: { url: string; until: string };
}

/** The version a move was decided on; a form without one is as good as stale. */
export function versionOf(form: FormData): number {
  const version = wholeNumber(form, 'version');
  return version !== null && Number.isSafeInteger(version) ? version : 0;
}

/** A refused move. The page loads anew beside it, so a conflict shows the new state. */
export function refuse(refusal: ApiError, values: MoveValues): ActionFailure<MoveFailure> {
  const { status, data } = failWith(refusal, values);
  return fail(status, { ...data, isConflict: refusal.code === 'CONFLICT' });
}

/** A move whose form lacks an answer. */
export function incomplete(errors: Record<string, string>, values: MoveValues): ActionFailure<MoveFailure> {
  return fail(400, { values, errors, message: ui_errors_title(), isConflict: false });
}

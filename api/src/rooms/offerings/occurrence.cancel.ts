import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Translated } from '../../platform/i18n/localized-text.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { changeDate, dateToChange, type Changed } from './occurrence.change.ts';
import { checkReasons } from './occurrence.reasons.ts';
import { occurrenceColumns, type OccurrenceRow } from './occurrence.row.ts';
import { alreadyCancelled, alreadyPostponed, occurrenceOver } from './offering.errors.ts';
import { Problems } from './offering.problems.ts';

export interface CancelInput {
  readonly occurrenceId: string;
  readonly reasons: readonly Translated[];
}

/** Cancels the dates that a condition on `occurrences c` names and that are not cancelled yet; returns them. */
export const cancelWhere = (
  tx: Transaction,
  at: Date,
  condition: Sql,
  reasons: readonly Translated[] = [],
): Promise<OccurrenceRow[]> =>
  // The offering is touched too: feeds ask it when anything last changed.
  tx.query(
    sql`with gone as (
          update occurrences c set status = 'CANCELLED', cancelled_at = ${at}, cancel_reasons = ${JSON.stringify(reasons)}::jsonb
          where c.status <> 'CANCELLED' and ${condition} returning ${occurrenceColumns}),
        touched as (update offerings set updated_at = ${at} where id in (select "offeringId" from gone))
        select * from gone`,
  );

const reasonsOf = ({ reasons }: CancelInput): Translated[] => {
  const problems = new Problems();
  const checked = checkReasons(reasons, problems);
  problems.throwIfAny();
  return checked;
};

/**
 * Cancels one date; a minute later those who signed up lose their places and are told, and so are others concerned.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT; CONFLICT ALREADY_CANCELLED, OCCURRENCE_OVER.
 */
export const cancelOccurrence = async (hub: Hub, viewer: Viewer, input: CancelInput): Promise<Changed> => {
  const date = await dateToChange(hub, viewer, input.occurrenceId, 'CANCELLED');
  const cancelReasons = reasonsOf(input);
  return changeDate(hub, viewer, date, 'CANCELLED', (before, now) => {
    // A postponed date has no time any more that could be over.
    if (before.status === 'SCHEDULED' && new Date(before.endsAt) <= now) throw occurrenceOver();
    if (before.status === 'CANCELLED') throw alreadyCancelled();
    return { ...before, status: 'CANCELLED', cancelledAt: now.toISOString(), cancelReasons };
  });
};

/**
 * Takes one date off its time without giving it another yet: who signed up keeps their place and is told.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT; CONFLICT ALREADY_CANCELLED, ALREADY_POSTPONED,
 * OCCURRENCE_OVER.
 */
export const postponeOccurrence = async (hub: Hub, viewer: Viewer, input: CancelInput): Promise<Changed> => {
  const date = await dateToChange(hub, viewer, input.occurrenceId, 'POSTPONED');
  const changeReasons = reasonsOf(input);
  return changeDate(hub, viewer, date, 'POSTPONED', (before, now) => {
    if (before.status === 'CANCELLED') throw alreadyCancelled();
    if (before.status === 'POSTPONED') throw alreadyPostponed();
    if (new Date(before.endsAt) <= now) throw occurrenceOver();
    return { ...before, status: 'POSTPONED', changeReasons };
  });
};

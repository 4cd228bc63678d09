import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Translated } from '../../platform/i18n/localized-text.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { readOccurrences } from './occurrence.read.ts';
import { occurrenceColumns, type OccurrenceRow } from './occurrence.row.ts';
import { alreadyCancelled, occurrenceOver, signInNeeded } from './offering.errors.ts';
import { tellCancelled } from './offering.events.ts';
import { offeringPolicy } from './offering.policy.ts';
import { Problems } from './offering.problems.ts';
import { actsFor } from './offering.store.ts';

export interface CancelInput {
  readonly occurrenceId: string;
  readonly reasons: readonly Translated[];
}

export interface Cancelled {
  readonly occurrence: OccurrenceRow;
  readonly notifiedCount: number;
}

/** Cancels the SCHEDULED dates that a condition on `occurrences c` names; returns them. */
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
          where c.status = 'SCHEDULED' and ${condition} returning ${occurrenceColumns}),
        touched as (update offerings set updated_at = ${at} where id in (select "offeringId" from gone))
        select * from gone`,
  );

const checkReasons = (reasons: readonly Translated[]): Translated[] => {
  const problems = new Problems();
  const seen = new Set<string>();
  const checked = problems.atMost('reasons', reasons, 30).map((reason, index) => {
    const language = problems.languageTag(`reasons[${index}].language`, reason.language);
    if (seen.has(language))
      problems.add(`reasons[${index}].language`, 'DUPLICATE_LANGUAGE', 'Write one reason per language.');
    seen.add(language);
    return {
      language,
      value: problems.text(`reasons[${index}].value`, reason.value, { maxLength: 280, multiline: true }),
    };
  });
  problems.throwIfAny();
  return checked;
};

/**
 * Cancels one date and has those told who signed up, in one transaction.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT; CONFLICT ALREADY_CANCELLED, OCCURRENCE_OVER.
 */
export const cancelOccurrence = async (hub: Hub, viewer: Viewer, input: CancelInput): Promise<Cancelled> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const [row] = isId(input.occurrenceId) ? await readOccurrences(hub, viewer, [input.occurrenceId]) : [];
  if (!row) throw notFound();
  offeringPolicy.authorize(viewer, 'cancelOccurrence', row);
  const reasons = checkReasons(input.reasons);
  const now = hub.clock.now();
  if (row.endsAt <= now) throw occurrenceOver();
  return hub.db.write(viewer, async (tx) => {
    const [occurrence] = await cancelWhere(tx, now, sql`c.id = ${row.id}`, reasons);
    if (!occurrence) throw alreadyCancelled();
    await tx.audit({
      action: 'occurrence.cancel',
      subjectId: row.id,
      organisationId: actsFor(viewer, row.hostIds),
      facts: { offeringId: row.offeringId },
    });
    return { occurrence, notifiedCount: await tellCancelled(tx, [occurrence]) };
  });
};

import sql from 'sql-template-tag';
import { HubError, invalidFields, type FieldProblem } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { definePolicy } from '../../platform/policy/policy.ts';
import { holds, isSystem, type Viewer } from '../../platform/policy/viewer.ts';
import { OfferingService } from '../offerings/index.ts';
import { clocksColumns, type OfferingClocksRow } from './offering-clocks.read.ts';
import { clockBounds, type OfferingClocks } from './offering-clocks.words.ts';

/** Who receives the referrals says how fast they are answered: not the co-hosts, who receive none. */
export const offeringClocksPolicy = definePolicy('offeringClocks', {
  set: (viewer, { organisationId }: { readonly organisationId: string }) =>
    isSystem(viewer) || holds(viewer, organisationId, 'COORDINATOR'),
});

/** Every wrong number beside its field. */
export const problemsOf = (clocks: OfferingClocks): FieldProblem[] => {
  const names = Object.keys(clockBounds) as (keyof OfferingClocks)[];
  return names.flatMap((name) => {
    const [least, bound] = clockBounds[name];
    // Urgent is never slower than the rest.
    const most =
      name === 'urgentAnswerWorkingDays' ? Math.max(1, Math.min(bound, clocks.answerWorkingDays)) : bound;
    if (clocks[name] >= least && clocks[name] <= most) return [];
    const message = `Write ${least} to ${most}.`;
    return [{ path: `input.${name}`, reason: 'NUMBER_OUT_OF_RANGE', message }];
  });
};

/**
 * Says how fast referrals to an offering are answered and looked at again; clocks that run already go on as they are.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT NUMBER_OUT_OF_RANGE with every wrong field.
 */
export const setOfferingClocks = async (
  hub: Hub,
  viewer: Viewer,
  { offeringId, ...clocks }: OfferingClocks & { readonly offeringId: string },
): Promise<OfferingClocksRow> => {
  if (viewer.kind === 'anonymous')
    throw new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');
  const offering = await hub.get(OfferingService).get(viewer, offeringId);
  offeringClocksPolicy.authorize(viewer, 'set', offering);
  const [first, ...rest] = problemsOf(clocks);
  if (first) throw invalidFields([first, ...rest]);
  return hub.db.write(viewer, async (tx) => {
    const [row] = await tx.query<OfferingClocksRow>(
      sql`insert into offering_clocks as k (offering_id, answer_working_days, urgent_answer_working_days,
            first_contact_working_days, waiting_review_days, first_outcome_days, updated_at)
          values (${offering.id}, ${clocks.answerWorkingDays}, ${clocks.urgentAnswerWorkingDays},
            ${clocks.firstContactWorkingDays}, ${clocks.waitingReviewDays}, ${clocks.firstOutcomeDays}, ${hub.clock.now()})
          on conflict (offering_id) do update set answer_working_days = excluded.answer_working_days,
            urgent_answer_working_days = excluded.urgent_answer_working_days,
            first_contact_working_days = excluded.first_contact_working_days,
            waiting_review_days = excluded.waiting_review_days, first_outcome_days = excluded.first_outcome_days,
            updated_at = excluded.updated_at
          returning ${clocksColumns}`,
    );
    await tx.audit({
      action: 'offering.setClocks',
      subjectId: offering.id,
      organisationId: offering.organisationId,
      facts: { ...clocks },
    });
    return row ?? { ...clocks, offeringId: offering.id };
  });
};

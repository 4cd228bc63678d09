import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';

/** A role ended while a review runs: that is the decision on it, whichever way it came. In a system's transaction. */
export const noteEnding = async (
  tx: Transaction,
  { id, organisationId }: { readonly id: string; readonly organisationId: string },
  at: Date,
): Promise<void> => {
  await tx.query(
    sql`insert into access_review_answers (review_id, membership_id, region_id, organisation_id, decision, decided_at, decider_id)
        select review.id, ${id}, review.region_id, review.organisation_id, 'END', ${at}, ${tx.viewer.personId}::uuid
        from access_reviews review join memberships membership on membership.id = ${id}
        where review.organisation_id = ${organisationId} and review.completed_at is null
          and membership.created_at <= review.opened_at and ${tx.viewer.personId}::uuid is not null
        on conflict (review_id, membership_id)
          do update set decision = 'END', decided_at = excluded.decided_at, decider_id = excluded.decider_id`,
  );
};

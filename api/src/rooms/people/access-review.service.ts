import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { accessReviewPolicy } from './access-review.policy.ts';
import { countUndecided, latestReview, lockReview, type AccessReviewRow } from './access-review.read.ts';
import type { ReviewDecision } from './access-review.words.ts';
import { MemberService } from './member.service.ts';

export interface AnswerInput {
  readonly reviewId: string;
  readonly membershipId: string;
  readonly decision: ReviewDecision;
}

const reviewDone = (): HubError =>
  new HubError(
    'CONFLICT',
    'REVIEW_DONE',
    'This review was confirmed already. The next one opens next quarter.',
  );

const reviewIncomplete = (left: number): HubError =>
  new HubError('CONFLICT', 'REVIEW_INCOMPLETE', 'Decide on every member first, then confirm.', {
    facts: { left },
  });

/** Going through who has access, once a quarter. */
export class AccessReviewService {
  constructor(private readonly hub: Hub) {}

  /**
   * Keeps somebody's access, or ends it at once. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT REVIEW_DONE, LAST_COORDINATOR,
   * LAST_ADMIN.
   */
  async answer(
    viewer: Viewer,
    { reviewId, membershipId, decision }: AnswerInput,
  ): Promise<AccessReviewRow | null> {
    accessReviewPolicy.authorize(viewer, 'useAccessReviews', null);
    const review = await this.hub.db.write(viewer, async (tx) => {
      const open = await this.lockOpen(tx, reviewId);
      const [member] = isId(membershipId)
        ? await tx.query(
            sql`select 1 from memberships where id = ${membershipId} and organisation_id = ${open.organisationId}
                  and ended_at is null and created_at <= ${open.openedAt}`,
          )
        : [];
      if (!member) throw notFound();
      if (decision === 'KEEP') await this.keep(tx, open, membershipId);
      return open;
    });
    // What was held by the role is let go with it, which is more than the viewer's own rights: a transaction of its own.
    if (decision === 'END') await this.hub.get(MemberService).remove(viewer, membershipId);
    return latestReview(this.hub, viewer, review.organisationId);
  }

  /** Confirms that everybody was gone through. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT REVIEW_INCOMPLETE, REVIEW_DONE. */
  async complete(viewer: Viewer, reviewId: string): Promise<AccessReviewRow | null> {
    accessReviewPolicy.authorize(viewer, 'useAccessReviews', null);
    const review = await this.hub.db.write(viewer, async (tx) => {
      const open = await this.lockOpen(tx, reviewId);
      const left = await countUndecided(tx, open);
      if (left > 0) throw reviewIncomplete(left);
      await tx.query(
        sql`update access_reviews set completed_at = ${this.hub.clock.now()}, reviewer_id = ${viewer.personId}
            where id = ${reviewId}`,
      );
      const { organisationId, quarter } = open;
      const facts = { quarter };
      await tx.audit({ action: 'people.completeAccessReview', subjectId: reviewId, organisationId, facts });
      return open;
    });
    return latestReview(this.hub, viewer, review.organisationId);
  }

  private async lockOpen(tx: Transaction, reviewId: string): Promise<AccessReviewRow> {
    const review = await lockReview(tx, reviewId);
    if (!review) throw notFound();
    accessReviewPolicy.authorize(tx.viewer, 'answerAccessReview', review);
    if (review.completedAt !== null) throw reviewDone();
    return review;
  }

  private async keep(tx: Transaction, { id, organisationId }: AccessReviewRow, membershipId: string) {
    const now = this.hub.clock.now();
    await tx.query(
      sql`insert into access_review_answers (review_id, membership_id, region_id, organisation_id, decision, decided_at, decider_id)
          select id, ${membershipId}, region_id, organisation_id, 'KEEP', ${now}, ${tx.viewer.personId}::uuid
          from access_reviews where id = ${id}
          on conflict (review_id, membership_id) do update set decided_at = excluded.decided_at, decider_id = excluded.decider_id`,
    );
    const facts = { membershipId, decision: 'KEEP' };
    await tx.audit({ action: 'people.answerAccessReview', subjectId: id, organisationId, facts });
  }
}

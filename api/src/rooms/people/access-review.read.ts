import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { byId, defineLoader } from '../../platform/loader.ts';
import { systemViewer, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';
import { accessReviewPolicy } from './access-review.policy.ts';
import type { ReviewDecision } from './access-review.words.ts';
import { visibleMemberships } from './person.visibility.ts';

/** A review as read. */
export interface AccessReviewRow {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationKind: string;
  readonly organisationName: string;
  readonly quarter: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly completedAt: Date | null;
  readonly reviewerId: string | null;
}

export interface ReviewedMemberRow {
  readonly membershipId: string;
  readonly personId: string;
  readonly role: MemberRole;
  readonly since: Date;
  readonly hasEnded: boolean;
  readonly decision: ReviewDecision | null;
  readonly lastUsedAt: Date | null;
}

/** More members no organisation has; a longer list nobody goes through on one page. */
const most = 500;

const columns = sql`review.id, review.organisation_id as "organisationId", organisation.kind as "organisationKind",
  organisation.name as "organisationName", review.quarter, review.opened_at as "openedAt", review.due_at as "dueAt",
  review.completed_at as "completedAt", review.reviewer_id as "reviewerId"`;
const tables = sql`access_reviews review join organisations organisation on organisation.id = review.organisation_id`;

/** The newest review of an organisation; null where there is none or the viewer does not lead it. */
export const latestReview = async (
  hub: Hub,
  viewer: Viewer,
  organisationId: string,
): Promise<AccessReviewRow | null> => {
  if (viewer.kind === 'anonymous' || !isId(organisationId)) return null;
  const review = await hub.db.readOne<AccessReviewRow>(
    viewer,
    sql`select ${columns} from ${tables} where review.organisation_id = ${organisationId}
        order by review.opened_at desc limit 1`,
  );
  return review && accessReviewPolicy.can(viewer, 'readAccessReview', review) ? review : null;
};

/** A review by its id, locked; undefined where the viewer does not lead the organisation. */
export const lockReview = async (tx: Transaction, id: string): Promise<AccessReviewRow | undefined> => {
  if (!isId(id)) return undefined;
  const [review] = await tx.query<AccessReviewRow>(
    sql`select ${columns} from ${tables} where review.id = ${id} for update of review`,
  );
  return review && accessReviewPolicy.can(tx.viewer, 'readAccessReview', review) ? review : undefined;
};

/** Whom a review is about: who had a role when it began, also those whose role ended in it. */
export const reviewedMembers = (
  hub: Hub,
  viewer: Viewer,
  { id, organisationId, openedAt }: AccessReviewRow,
): Promise<ReviewedMemberRow[]> =>
  hub.db.read<ReviewedMemberRow>(
    viewer,
    sql`select membership.id as "membershipId", membership.person_id as "personId",
          membership.role, membership.created_at as since, membership.ended_at is not null as "hasEnded",
          answer.decision, person.last_used_at as "lastUsedAt"
        from memberships membership left join persons person on person.id = membership.person_id
          left join access_review_answers answer on answer.membership_id = membership.id and answer.review_id = ${id}
        where membership.organisation_id = ${organisationId} and membership.created_at <= ${openedAt}
          and (membership.ended_at is null or answer.decision = 'END') and ${visibleMemberships(viewer)}
        order by membership.ended_at is not null, membership.id limit ${most}`,
  );

/** How many still wait for a decision. */
export const countUndecided = async (
  tx: Transaction,
  { id, organisationId, openedAt }: AccessReviewRow,
): Promise<number> => {
  const [row] = await tx.query<{ count: number }>(
    sql`select count(*)::int as count from memberships membership
        where membership.organisation_id = ${organisationId} and membership.ended_at is null
          and membership.created_at <= ${openedAt}
          and not exists (select 1 from access_review_answers answer
            where answer.review_id = ${id} and answer.membership_id = membership.id)`,
  );
  return row?.count ?? 0;
};

/**
 * Whether people have set up a strong sign-in, for a reader of their review: ways to sign in are everyone's own
 * business, but that there is one is told to those who answer for the access.
 */
export const strongSignInLoader = defineLoader(async (hub, _viewer, personIds) => {
  const rows = await hub.db.read<{ id: string }>(
    systemViewer('people.accessReview'),
    sql`select person.id from persons person where person.id = any(${[...personIds]}::uuid[]) and (
          exists (select 1 from passkeys where person_id = person.id)
          or exists (select 1 from authenticators where person_id = person.id and secret is not null)
          or exists (select 1 from employer_identities where person_id = person.id))`,
  );
  return byId(personIds, rows, ({ id }) => id).map((row) => row !== null);
});

/** An overdue review, by number. */
export interface OverdueReviewRow extends Omit<AccessReviewRow, 'completedAt' | 'reviewerId'> {
  readonly memberCount: number;
  readonly decidedCount: number;
}

/** What is overdue in the network, the longest first. Errors: UNAUTHENTICATED; FORBIDDEN. */
export const overdueReviews = async (hub: Hub, viewer: Viewer): Promise<OverdueReviewRow[]> => {
  accessReviewPolicy.authorize(viewer, 'listOverdueReviews', null);
  return hub.db.read<OverdueReviewRow>(
    viewer,
    sql`select ${columns}, members.count as "memberCount", members.decided as "decidedCount"
        from ${tables} cross join lateral (
          select count(*)::int as count, count(answer.membership_id)::int as decided
          from memberships membership left join access_review_answers answer
            on answer.membership_id = membership.id and answer.review_id = review.id
          where membership.organisation_id = review.organisation_id and membership.ended_at is null
            and membership.created_at <= review.opened_at) members
        where review.completed_at is null and review.due_at <= ${hub.clock.now()}
        order by review.due_at, review.id limit ${most}`,
  );
};

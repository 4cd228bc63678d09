import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isAdmin, isViewer, secured } from '../../platform/db/row-security.ts';
// The file, not the door: that room stands above this one, and only the foreign key needs to know it.
import { Organisation } from '../organisations/organisation.entity.ts';
import { Region } from '../regions/index.ts';
import { reviewDecisions, type ReviewDecision } from './access-review.words.ts';
import { Membership, Person } from './person.entity.ts';

const leads = (column: string): string =>
  `(${inSession(column, 'app.orgs')}) and exists (select 1 from memberships led where ${isViewer('led.person_id')}
  and led.organisation_id = ${column} and led.role in ('COORDINATOR', 'MANAGER') and led.ended_at is null)`;

/** A quarter's look at who has access in an organisation. Stays, with who confirmed it and when. */
export const AccessReview = defineEntity({
  name: 'AccessReview',
  tableName: 'access_reviews',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    /** `2026-Q4`. */
    quarter: p.text(),
    openedAt: p.datetime(),
    /** From when the network admin sees it as overdue. */
    dueAt: p.datetime(),
    completedAt: p.datetime().nullable(),
    /** Who confirmed it. */
    reviewer: () => p.manyToOne(Person).nullable().mapToPk(),
  },
  checks: [
    { name: 'access_reviews_quarter', expression: `quarter ~ '^[0-9]{4}-Q[1-4]$'` },
    { name: 'access_reviews_reviewer', expression: '(completed_at is null) = (reviewer_id is null)' },
  ],
  uniques: [{ properties: ['organisation', 'quarter'] }],
  indexes: [
    {
      name: 'access_reviews_open',
      expression:
        'create index "access_reviews_open" on "access_reviews" ("due_at") where "completed_at" is null',
    },
  ],
  ...secured('access_reviews', {
    read: `(${isAdmin}) or (${leads('access_reviews.organisation_id')})`,
    write: leads('access_reviews.organisation_id'),
    insert: 'false',
    remove: 'false',
  }),
});

/** What was decided on one membership in a review. */
export const AccessReviewAnswer = defineEntity({
  name: 'AccessReviewAnswer',
  tableName: 'access_review_answers',
  properties: {
    review: () => p.manyToOne(AccessReview).mapToPk().primary(),
    membership: () => p.manyToOne(Membership).mapToPk().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    /** The review's, repeated for row-level security. */
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    decision: p.text().$type<ReviewDecision>(),
    decidedAt: p.datetime(),
    /** Who decided. */
    decider: () => p.manyToOne(Person).mapToPk(),
  },
  checks: [
    {
      name: 'access_review_answers_decision',
      expression: `decision in (${reviewDecisions.map((decision) => `'${decision}'`).join(', ')})`,
    },
  ],
  ...secured('access_review_answers', {
    read: `(${isAdmin}) or (${leads('access_review_answers.organisation_id')})`,
    write: leads('access_review_answers.organisation_id'),
    remove: 'false',
  }),
});
